import { describe, expect, it } from "vitest";
import {
  addNationalGrids,
  g1,
  g2,
  g3,
  gridOf,
} from "../../../../../datasets/recipes/open-region/rules/national-grids.ts";
import { asset, draftOf } from "../small-region.ts";

const assets = [
  asset("plant", "power plant", 5, 5),
  asset("town", "city", 1, 1, { peopleServed: 10 }),
  asset("capital", "city", 2, 2, { peopleServed: 20 }),
  asset("b-plant", "power plant", 7, 7, { state: "BB" }),
  asset("c-port", "port", 8, 8, { state: "CC" }),
  asset("d-city", "city", 9, 9, { state: "DD" }),
];
const region = { states: ["AA", "BB", "CC", "DD"] };

describe("national grids", () => {
  it("stand in the largest city, else at a plant; a State without either has none", () => {
    const draft = draftOf(assets, region);
    addNationalGrids(draft, (code) => `State ${code}`);
    const grids = [...draft.assets.values()].filter(({ kind }) => kind === "national grid");
    expect(grids.map(({ id, lon }) => [id, lon])).toEqual([
      [gridOf("AA"), 2],
      [gridOf("BB"), 7],
      // A city of which nobody has counted the people is a city.
      [gridOf("DD"), 9],
    ]);
    expect(grids[0]).toMatchObject({ name: "National grid of State AA", assumed: ["name", "lon", "lat"] });
  });

  it("G1 and G2 connect every plant and every city of their State", () => {
    const draft = draftOf(assets, { states: ["AA"] });
    addNationalGrids(draft, (code) => code);
    g1.join(draft, {});
    g2.join(draft, {});
    expect(draft.connections.map(({ id, a, b, confidence }) => [id, a, b, confidence])).toEqual([
      ["G1:grid:AA~plant", "grid:AA", "plant", 0.5],
      ["G2:grid:AA~town", "grid:AA", "town", 0.5],
      ["G2:grid:AA~capital", "grid:AA", "capital", 0.5],
    ]);
  });

  it("G3 feeds what else needs power, and no plant or city", () => {
    const kinds = ["airport", "port", "hospital", "payment system", "railway station"];
    const others = kinds.map((kind, index) => asset(`o${index}`, kind, 0, index / 10));
    const draft = draftOf([...assets, ...others], { states: ["AA"] });
    addNationalGrids(draft, (code) => code);
    g3.join(draft, {});
    expect(draft.dependencies.map(({ provider, dependent, group }) => [provider, dependent, group])).toEqual(
      others.map(({ id }) => ["grid:AA", id, "power"]),
    );
    // Emergency power by kind: 12, 0, 48, 72 and 0 h.
    expect(draft.dependencies.map(({ bufferHours = 0 }) => bufferHours)).toEqual([12, 0, 48, 72, 0]);
  });
});
