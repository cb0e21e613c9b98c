import { describe, expect, it } from "vitest";
import { assumeCityRings } from "../../../../../datasets/recipes/open-region/assumptions/city-rings.ts";
import { asset, draftOf } from "../small-region.ts";

/** A connection of a rule from a text: `R6 s1 c`. */
function row(text: string) {
  const [ruleId = "", a = "", b = ""] = text.split(" ");
  return { id: `${ruleId}:${a}~${b}`, a, b, commodity: "electricity", ruleId, source: "authored" };
}

function rings(...rows: readonly string[]) {
  const substations = ["s1", "s2", "s3"].map((id, index) => asset(id, "substation", index / 10, 0));
  const draft = draftOf([asset("c", "city", 0, 0), asset("d", "city", 0, 0), ...substations]);
  draft.connections.push(...rows.map(row));
  assumeCityRings(draft);
  return { made: draft.connections.filter(({ ruleId }) => ruleId === "A5"), notes: draft.notes };
}

describe("A5", () => {
  it("joins the two substations of a city that are on grids apart, once for all such cities", () => {
    const { made, notes } = rings("O1 s2 s3", "R6 s2 c", "R6 s1 c", "R6 s1 d", "R6 s2 d");
    expect(made).toMatchObject([
      { id: "A5:s1~s2", a: "s1", b: "s2", lengthKm: 11.1, method: "inferred", confidence: 0.4, assumed: ["a", "b"] },
    ]);
    expect(notes).toEqual(["A5: 1 assumed connections between grids that feed one city"]);
  });

  it("joins nothing on one grid, nor for a city with one feed", () => {
    expect(rings("O1 s1 s2", "O1 s2 s3", "R6 s1 c", "R6 s3 c").made).toEqual([]);
    expect(rings("O1 s1 s2", "R6 s1 c").made).toEqual([]);
  });

  it("does not take the feeds of other cities for the grid", () => {
    // s1 and s3 are joined through the city d alone, which is no grid.
    expect(rings("O1 s1 s2", "R6 s1 d", "R6 s3 d", "R6 s1 c", "R6 s3 c").made).toHaveLength(1);
  });
});
