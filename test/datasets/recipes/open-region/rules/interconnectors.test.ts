import { describe, expect, it } from "vitest";
import { joinInterconnectors } from "../../../../../datasets/recipes/open-region/rules/interconnectors.ts";
import { asset, draftOf } from "../small-region.ts";

const line = { id: "ab", name: "A - B", a: "AA", b: "BB", asOf: "2020", confidence: 0.7, note: "A fact" };

describe("G4", () => {
  it("connects two national grids with the MW of the region file, and keeps year, name and note", () => {
    const draft = draftOf([asset("grid:AA", "national grid", 0, 0), asset("grid:BB", "national grid", 1, 0)]);
    joinInterconnectors(draft, [
      { ...line, mw: 500 },
      { ...line, id: "unknown" },
    ]);
    expect(draft.connections[0]).toEqual({
      id: "G4:ab",
      a: "grid:AA",
      b: "grid:BB",
      commodity: "electricity",
      capacity: 500,
      unit: "MW",
      method: "authored",
      ruleId: "G4",
      confidence: 0.7,
      source: "authored",
      extra: { x_as_of: "2020", x_name: "A - B", x_note: "A fact" },
    });
    expect(draft.connections[1]?.id).toBe("G4:unknown");
    expect(draft.connections[1]).not.toHaveProperty("capacity");
  });

  it("tells of a line that ends in a State without a grid", () => {
    const draft = draftOf([asset("grid:AA", "national grid", 0, 0)]);
    joinInterconnectors(draft, [line]);
    expect(draft.connections).toEqual([]);
    expect(draft.notes).toEqual(["G4: ab has an end in a State without a national grid"]);
  });
});
