import { describe, expect, it } from "vitest";
import { joinReservoirs } from "../../../../../datasets/recipes/open-region/rules/o4-reservoirs.ts";
import type { Plant } from "../../../../../datasets/recipes/open-region/sources/plant.ts";
import { asset, draftOf } from "../small-region.ts";

const plant = (id: string, fuel: string, jrcIds: readonly string[]): Plant => ({
  id,
  name: id,
  state: "AA",
  lon: 0,
  lat: 0,
  mw: 100,
  fuel,
  source: "powerplantmatching",
  sourceIds: [],
  jrcIds,
  eics: [],
});

describe("O4", () => {
  it("gives a hydro plant the reservoirs of its ids, any of which is enough, and tells of a wind farm that was taken for one", () => {
    const draft = draftOf([
      asset("pp:1", "power plant", 0, 0),
      asset("pp:2", "power plant", 0, 0),
      asset("res:H1", "reservoir", 0.1, 0),
      asset("res:H2", "reservoir", 0.2, 0),
    ]);
    joinReservoirs(draft, [plant("pp:1", "hydro", ["H1", "H2", "H9"]), plant("pp:2", "wind", ["H1"])]);
    expect(draft.dependencies.map(({ id, group, share, distanceKm }) => [id, group, share, distanceKm])).toEqual([
      ["O4:res:H1>pp:1", "water", undefined, 11.1],
      ["O4:res:H2>pp:1", "water", undefined, 22.2],
    ]);
    expect(draft.notes).toEqual([
      "O4: res:H1 cannot feed pp:2 (pp:2, wind): two plants were taken for one in the source",
    ]);
  });
});
