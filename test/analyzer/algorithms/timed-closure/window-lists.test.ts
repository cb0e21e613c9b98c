import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WindowLists } from "../../../../analyzer/algorithms/timed-closure/window-lists.ts";

describe("WindowLists", () => {
  it("finds what lies beyond a limit, wherever the window has moved to", () => {
    const span = 1_000_000;
    const places = fc.array(fc.nat({ max: span - 1 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(places, fc.integer({ min: -1e12, max: 1e12 }), fc.nat({ max: span }), (offsets, origin, moved) => {
        const lists = new WindowLists(offsets.length, span);
        offsets.forEach((offset, item) => lists.add(item, origin + offset));
        offsets.forEach((offset, item) => {
          if (item % 3 === 0) lists.remove(item, origin + offset);
        });
        const limit = origin + span - moved;
        const expected = offsets.flatMap((offset, item) => (item % 3 !== 0 && origin + offset >= limit ? [item] : []));
        expect(lists.since(limit, origin + span).toSorted((x, y) => x - y)).toEqual(expected);
      }),
      { seed: 20_260_729, numRuns: 500 },
    );
  });

  it("takes an item again after it was removed", () => {
    const lists = new WindowLists(2, 100);
    lists.add(0, 10);
    lists.add(1, 10);
    lists.remove(0, 10);
    lists.add(0, 90);
    expect(lists.since(50, 100)).toEqual([0]);
    expect(lists.since(0, 100).toSorted((x, y) => x - y)).toEqual([0, 1]);
  });
});
