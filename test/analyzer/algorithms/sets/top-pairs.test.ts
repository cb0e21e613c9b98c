import { expect, it } from "vitest";
import { TopPairs } from "../../../../analyzer/algorithms/sets/top-pairs.ts";

it("the top pairs are the highest, ties by their sources, whatever the order they come in", () => {
  const offers = [
    [2, 3, 5],
    [0, 1, 5],
    [0, 2, 7],
    [1, 3, 1],
    [0, 3, 5],
  ] as const;
  for (const order of [offers, offers.toReversed()]) {
    const top = new TopPairs(3);
    expect(top.least).toBe(Number.NEGATIVE_INFINITY);
    for (const [first, second, value] of order) top.offer(first, second, value);
    expect(top.pairs.map(({ first, second, value }) => [first, second, value])).toEqual([
      [0, 2, 7],
      [0, 1, 5],
      [0, 3, 5],
    ]);
    expect(top.least).toBe(5);
    expect([top.admits(0, 2, 5), top.admits(2, 3, 5)]).toEqual([true, false]);
  }
});
