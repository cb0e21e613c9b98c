import { describe, expect, it } from "vitest";
import { minimalSetBounds, minimalSets } from "../../../../analyzer/algorithms/sets/minimal-sets.ts";

describe("minimal sets", () => {
  it("are those of which no part does it", () => {
    // Event 0 alone, or 1 and 2 together.
    expect(minimalSets(Float64Array.of(0, 1, 0, 1, 0, 1, 1, 1), 3)).toEqual([1, 6]);
    expect(minimalSets(Float64Array.of(0, 0), 1)).toEqual([]);
    expect(minimalSets(Float64Array.of(1, 1), 1)).toEqual([0]);
  });

  it("say nothing where a larger set helps", () => {
    expect(minimalSets(Float64Array.of(0, 1, 0, 0), 2)).toBeNull();
  });

  it("bound the probability from above, and say where the sum passes 1", () => {
    const low = minimalSetBounds([1, 6], [0.1, 0.2, 0.3]);
    expect(low.minimalCutUpperBound).toBeCloseTo(1 - 0.9 * 0.94, 12);
    expect(low.rareEvent).toBeCloseTo(0.16, 12);
    expect(low.rareEventCapped).toBe(false);
    expect(minimalSetBounds([1, 2], [0.8, 0.7])).toMatchObject({ rareEvent: 1, rareEventCapped: true });
  });
});
