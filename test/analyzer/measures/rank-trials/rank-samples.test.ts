import { describe, expect, it } from "vitest";
import { rankSamples } from "../../../../analyzer/measures/rank-trials/rank-samples.ts";

describe("rankSamples", () => {
  it("ranks each trial by itself, equals together, the unknown below all", () => {
    const values = Float64Array.of(5, 9, 5, 0, 1, 2, 3, 4, 0, Number.NaN, 0, 7);
    expect([...rankSamples(values, 4)]).toEqual([2, 1, 2, 4, 4, 3, 2, 1, 2, 4, 2, 1]);
  });

  it("has nothing to rank where there are no candidates", () => {
    expect(rankSamples(new Float64Array(0), 0)).toHaveLength(0);
  });
});
