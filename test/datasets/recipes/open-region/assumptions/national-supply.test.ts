import { describe, expect, it } from "vitest";
import { assumeNationalSupply } from "../../../../../datasets/recipes/open-region/assumptions/national-supply.ts";
import { asset, draftOf } from "../small-region.ts";

describe("A2 at a national grid", () => {
  it("fills up what the listed plants give to 1.25 times the demand, rounded up to tenths", () => {
    const draft = draftOf(
      [
        asset("grid:AA", "national grid", 0, 0),
        asset("p1", "power plant", 0, 0, { capacity: 500 }),
        asset("p2", "power plant", 0, 0, { capacity: 300 }),
        asset("grid:BB", "national grid", 0, 0, { state: "BB" }),
        asset("q", "power plant", 0, 0, { state: "BB", capacity: 125 }),
        asset("grid:CC", "national grid", 0, 0, { state: "CC" }),
      ],
      { states: ["AA", "BB", "CC", "DD"] },
    );
    const energy = new Map([
      ["AA", { electricityMw: 1000 }],
      ["BB", { electricityMw: 100 }],
      ["CC", { electricityMw: 0.01 }],
      ["DD", { electricityMw: 10 }],
    ]);
    assumeNationalSupply(draft, energy);
    // 1,250 MW less 800 MW.
    expect(draft.assets.get("grid:AA")).toMatchObject({
      produces: [{ commodity: "electricity", amount: 450 }],
      assumed: ["produces"],
      kind: "national grid",
    });
    // 125 MW are 1.25 times 100 MW: nothing is missing.
    expect(draft.assets.get("grid:BB")).not.toHaveProperty("produces");
    // 0.0125 MW are a tenth when rounded up.
    expect(draft.assets.get("grid:CC")?.produces).toEqual([{ commodity: "electricity", amount: 0.1 }]);
    expect(draft.notes).toEqual([
      "A2: AA gets 450 MW of assumed supply: 800 MW of listed plants, 1000 MW of demand",
      "A2: CC gets 0.1 MW of assumed supply: 0 MW of listed plants, 0 MW of demand",
      "A2: no supply for DD: no national consumption or no grid is known",
    ]);
  });
});
