import { describe, expect, it } from "vitest";
import { meanGiven, meanOfSubsets } from "../../../../analyzer/algorithms/sets/subset-means.ts";

describe("means over sets of events", () => {
  // Events 0 (0.25) and 1 (0.5); values of none, 0, 1, both.
  const values = Float64Array.of(1, 2, 4, 8);
  const probability = [0.25, 0.5];

  it("weigh every set by its probability", () => {
    expect(meanOfSubsets(values, probability)).toBe(0.375 * 1 + 0.125 * 2 + 0.375 * 4 + 0.125 * 8);
    expect(meanOfSubsets(Float64Array.of(7), [])).toBe(7);
  });

  it("may be taken with one event known", () => {
    expect(meanGiven(values, probability, 0, 1)).toBe((2 + 8) / 2);
    expect(meanGiven(values, probability, 0, 0)).toBe((1 + 4) / 2);
    expect(meanGiven(values, probability, 1, 1)).toBe(0.75 * 4 + 0.25 * 8);
  });
});
