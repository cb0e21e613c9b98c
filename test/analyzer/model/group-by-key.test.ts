import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupByKey } from "../../../analyzer/model/group-by-key.ts";

describe("groupByKey", () => {
  it("lists positions by key in ascending order and leaves negative keys out", () => {
    const { start, items } = groupByKey([2, -1, 0, 2, 0], 4);
    expect([...start]).toEqual([0, 2, 2, 4, 4]);
    expect([...items]).toEqual([2, 4, 0, 3]);
  });

  it("agrees with filtering key by key", () => {
    const keyCount = 5;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: keyCount - 1 })), (keys) => {
        const { start, items } = groupByKey(keys, keyCount);
        for (let key = 0; key < keyCount; key += 1) {
          const expected = [...keys.keys()].filter((position) => keys[position] === key);
          expect([...items.subarray(start[key], start[key + 1])]).toEqual(expected);
        }
        expect(start[keyCount]).toBe(items.length);
      }),
    );
  });
});
