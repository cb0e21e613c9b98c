import { describe, expect, it } from "vitest";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenDataset } from "../../support/golden.ts";

describe("final-sets", () => {
  it("gives so many rows, and counts methods over all assets", () => {
    const { rows, methods, by } = resultOf("final-sets", goldenDataset, { by: "statesReached", limit: 2 });
    expect(rows.map(({ rank, id }) => [rank, id])).toEqual([
      [1, "P1"],
      [2, "S1"],
    ]);
    expect(methods["closure forest"]).toBe(10);
    expect(by).toBe("statesReached");
  });

  it.each([
    [{ by: "outageHours" }, "by: must be one of assetsLost, peopleServed"],
    [{ limit: 0 }, "limit: must be a whole number above 0"],
    [{ hours: 72 }, "hours: no such parameter"],
  ])("refuses %j", (parameters, words) => {
    const said = refusals("final-sets", goldenDataset, parameters);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`ANALYSIS_PARAMETER ${words}`);
  });
});
