import { describe, expect, it } from "vitest";
import type { Plant, PlantList } from "../../../../../datasets/recipes/open-region/sources/plant.ts";
import { readPowerplantmatching } from "../../../../../datasets/recipes/open-region/sources/powerplantmatching.ts";
import type { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { onRawData } from "../raw-folder.ts";
import { everyState, plainRows, readFolder, readFrom, refusal, smallRegion } from "../small-region.ts";

const file = "powerplantmatching/powerplants.csv";
const header = "id,Name,Fueltype,Country,Capacity,DateOut,lat,lon,EIC,projectID\n";
const dams = new Set(["H1", "N7"]);

const read = (list: Partial<PlantList>, states: readonly string[]) => async (raw: RawFiles) => {
  const plants: Plant[] = [];
  const whole = { format: "powerplantmatching", file, leastMw: 100, ...list } as const;
  for await (const plant of readPowerplantmatching(raw, whole, smallRegion({ states: [...states] }), dams)) {
    plants.push(plant);
  }
  return plants;
};

describe("powerplantmatching", () => {
  it("gives plants with their ids of other lists, sorted: a set has no order", async () => {
    const text = `${header}7,Simmering,Natural Gas,Austria,1000,,48.2,16.4,"{'14W-2', '14W-1'}","{'GEM': {'G2', 'G1'}, 'JRC': {'JRC-H9'}, 'ENTSOE': {'E1'}}"
8,Bare,Wind,Austria,100,,48,16,nan,{}
`;
    const { value } = await readFrom({ [file]: text }, read({}, ["AT"]));
    expect(value[0]).toEqual({
      id: "pp:7",
      name: "Simmering",
      state: "AT",
      lon: 16.4,
      lat: 48.2,
      mw: 1000,
      fuel: "natural-gas",
      source: "powerplantmatching",
      sourceIds: ["GEM:G1", "GEM:G2", "JRC:JRC-H9", "ENTSOE:E1"],
      jrcIds: ["H9"],
      eics: ["14W-1", "14W-2", "E1"],
    });
    expect(value[1]).toMatchObject({ id: "pp:8", sourceIds: [], jrcIds: [], eics: [] });
  });

  it("leaves out what is closed, small, or elsewhere; a small plant with a dam is kept", async () => {
    const dam = (id: string): string => `"{'JRC': {'JRC-${id}'}}"`;
    const text = `${header}1,Closed,Hydro,Norway,500,2024,60,6,,
2,Closes,Hydro,Norway,500,2025,60,6,,
3,Small,Hydro,Norway,99,,60,6,,
4,Small dam,Hydro,Norway,10,,60,6,,${dam("N7")}
5,Tiny dam,Hydro,Norway,9,,60,6,,${dam("N7")}
6,No dam,Hydro,Norway,10,,60,6,,${dam("N8")}
7,Elsewhere,Hydro,Sweden,500,,60,15,,
`;
    const list = { leastDamMw: 10, inUseAfterYear: 2024 };
    const { value, files } = await readFrom({ [file]: text }, read(list, ["NO"]));
    expect(value.map(({ id }) => id)).toEqual(["pp:2", "pp:4"]);
    expect(files[0]?.leftOut).toEqual({
      "closed in 2024 or before": 1,
      "under 100 MW, or with a dam under 10 MW": 3,
      "outside the region": 1,
    });
    // Where the list sets no year, nothing is closed; where it sets no size for dams, they are as large as others.
    const plain = await readFrom({ [file]: text }, read({}, ["NO"]));
    expect(plain.value.map(({ id }) => id)).toEqual(["pp:1", "pp:2"]);
  });

  it.each([
    ["a country nobody knows", "1,A,Hydro,Atlantis,500,,60,6,,", "row 2, Country"],
    ["a plant without a place", "1,A,Hydro,Norway,500,,,6,,", "row 2, lat"],
    ["ids that are no literal", '1,A,Hydro,Norway,500,,60,6,,"open()"', "row 2, projectID"],
  ])("refuses %s", async (_, row, place) => {
    expect(await refusal({ [file]: `${header}${row}\n` }, read({}, ["NO"]))).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining(place),
    });
  });

  onRawData("has 22,817 plants in 36 States, all of them with a place", async () => {
    const rows = await plainRows(file);
    const { value, files } = await readFolder(read({ leastMw: 0 }, everyState));
    expect(rows).toHaveLength(22_817);
    expect(files).toMatchObject([{ rowsIn: 22_817, rowsUsed: 22_817, rowsDropped: 0, leftOut: {} }]);
    expect(new Set(value.map(({ state }) => state)).size).toBe(36);
    const withIds = rows.filter(({ projectID = "" }) => projectID.includes("'JRC'"));
    expect(value.filter(({ jrcIds }) => jrcIds.length > 0)).toHaveLength(withIds.length);
  });
});
