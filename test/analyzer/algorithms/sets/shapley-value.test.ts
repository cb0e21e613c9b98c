import { describe, expect, it } from "vitest";
import { shapleyValues } from "../../../../analyzer/algorithms/sets/shapley-value.ts";

describe("Shapley values", () => {
  it("of a glove market: one left glove, two right ones", () => {
    // Worth 1 where player 0 (left) is with 1 or 2 (right): 2/3, 1/6, 1/6 (Shapley and Shubik 1969).
    const values = Float64Array.of(0, 0, 0, 1, 0, 1, 0, 1);
    const found = shapleyValues(values, 3);
    [2 / 3, 1 / 6, 1 / 6].forEach((expected, player) => expect(found[player]).toBeCloseTo(expected, 12));
  });

  it("of one player is all of it, of none nothing", () => {
    expect([...shapleyValues(Float64Array.of(1, 5), 1)]).toEqual([4]);
    expect([...shapleyValues(Float64Array.of(3), 0)]).toEqual([]);
  });
});
