import { describe, expect, it } from "vitest";
import { tieGroups } from "../../../../analyzer/measures/rank-trials/tie-groups.ts";

describe("tieGroups", () => {
  it("ties what overlaps the first of a group, not what overlaps only a later one", () => {
    expect(
      tieGroups([
        [90, 110],
        [80, 95],
        [70, 85],
        [60, 70],
        [1, 2],
      ]),
    ).toEqual([1, 1, 2, 2, 3]);
  });

  it("ties equal points, and the unknown with each other alone", () => {
    expect(tieGroups([[5, 5], [5, 5], [4, 4], null, null])).toEqual([1, 1, 2, 3, 3]);
    expect(tieGroups([null, null])).toEqual([1, 1]);
    expect(tieGroups([])).toEqual([]);
  });
});
