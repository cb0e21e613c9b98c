import { describe, expect, it } from "vitest";
import {
  combinationAt,
  countCombinations,
  nextCombination,
} from "../../../../analyzer/algorithms/sets/combinations.ts";
import { setsOf } from "../../../support/set-loss.ts";

describe("combinations", () => {
  it("are counted", () => {
    expect([
      countCombinations(5, 0),
      countCombinations(5, 2),
      countCombinations(5, 5),
      countCombinations(3, 4),
    ]).toEqual([1, 10, 1, 0]);
    expect(countCombinations(50, 6)).toBe(15_890_700);
    expect(countCombinations(1_000_000, 20)).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    [1, 1],
    [6, 1],
    [6, 3],
    [7, 7],
    [8, 4],
  ])("of %d items, %d at a time, come in order by rank and one after another", (count, size) => {
    const expected = setsOf(
      Array.from({ length: count }, (_, item) => item),
      size,
    );
    expect(countCombinations(count, size)).toBe(expected.length);
    const walked = combinationAt(0, count, size);
    expected.forEach((set, rank) => {
      expect([...combinationAt(rank, count, size)]).toEqual(set);
      expect([...walked]).toEqual(set);
      expect(nextCombination(walked, count)).toBe(rank + 1 < expected.length);
    });
  });
});
