import { describe, expect, it } from "vitest";
import { r17 } from "../../../../../datasets/recipes/open-region/rules/r17-cooling.ts";
import type { Plant } from "../../../../../datasets/recipes/open-region/sources/plant.ts";
import { asset, draftOf } from "../small-region.ts";

const plant = (id: string, eic: string): Plant => ({
  id,
  name: id,
  state: "AA",
  lon: 0,
  lat: 0,
  mw: 100,
  fuel: "hard-coal",
  source: "powerplantmatching",
  sourceIds: [],
  jrcIds: [],
  eics: [eic],
});

describe("R17", () => {
  it("cools plants that are seen to be cooled with fresh water, but none that makes no steam", () => {
    const plants = [plant("wet", "E1"), plant("dry", "E2"), plant("river", "E1")];
    const draft = draftOf([
      asset("wet", "power plant", 0, 0, { subsector: "hard-coal" }),
      asset("dry", "power plant", 0, 0, { subsector: "hard-coal" }),
      asset("river", "power plant", 0, 0, { subsector: "hydro" }),
      // 0.45 degrees are 50.04 km; 0.44 degrees 48.9 km.
      asset("beyond", "reservoir", 0.45, 0),
      asset("res", "reservoir", -0.44, 0),
    ]);
    r17(plants, new Set(["E1"])).join(draft, {});
    expect(draft.dependencies).toMatchObject([
      { id: "R17:res>wet", group: "cooling-water", commodity: "water", loss: 0.1, confidence: 0.3 },
    ]);
  });
});
