import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputGroups } from "../../../analyzer/index.ts";
import { groupRows } from "../../../analyzer/model/input-group.ts";

describe("inputGroups", () => {
  it("puts a row without a group into a group of its own and joins rows of one name", () => {
    const groups = inputGroups([
      { id: "d1", provider: "A", dependent: "X", bufferHours: 4 },
      { id: "d2", provider: "A", dependent: "Y", group: "power", need: 1 },
      { id: "d3", provider: "B", dependent: "Y", group: "power", loss: 0.5 },
      { id: "d4", provider: "@electricity", dependent: "X" },
    ]);
    expect(groups).toEqual([
      { dependent: "X", name: "d1", rows: [0], bufferHours: 4 },
      { dependent: "Y", name: "power", rows: [1, 2], need: 1, loss: 0.5 },
      { dependent: "X", name: "@electricity", rows: [3] },
    ]);
  });

  it("keeps groups of one name apart by dependent, and the first value stated where rows disagree", () => {
    const groups = inputGroups([
      { id: "d1", provider: "A", dependent: "X", group: "g", rule: "threshold" },
      { id: "d2", provider: "A", dependent: "Y", group: "g", loss: 0 },
      { id: "d3", provider: "B", dependent: "X", group: "g", rule: "proportional", bufferHours: 0 },
    ]);
    expect(groups).toEqual([
      { dependent: "X", name: "g", rows: [0, 2], rule: "threshold", bufferHours: 0 },
      { dependent: "Y", name: "g", rows: [1], loss: 0 },
    ]);
  });
});

/** The rows of each group, found by a table of pairs. */
function plainGroups(pairs: readonly (readonly [dependent: number, name: number])[]): number[][] {
  const groups = new Map<string, number[]>();
  pairs.forEach((pair, row) => groups.set(pair.join(), [...(groups.get(pair.join()) ?? []), row]));
  return [...groups.values()];
}

function groupsOf(pairs: readonly (readonly [dependent: number, name: number])[], most: number): number[][] {
  const dependents = Int32Array.from(pairs, ([dependent]) => dependent);
  const names = Int32Array.from(pairs, ([, name]) => name);
  const { start, rows } = groupRows(dependents, most, names, most);
  return Array.from({ length: start.length - 1 }, (_, group) => [...rows.subarray(start[group], start[group + 1])]);
}

describe("groupRows", () => {
  it("finds what a table of pairs finds", () => {
    const number = fc.nat({ max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number)), (pairs) => {
        expect(groupsOf(pairs, 4)).toEqual(plainGroups(pairs));
      }),
    );
  });

  it("takes one dependent with a hundred thousand groups", () => {
    const count = 100_000;
    const pairs = Array.from({ length: 2 * count }, (_, row) => [0, row % count] as const);
    const groups = groupsOf(pairs, count);
    expect(groups).toHaveLength(count);
    expect(groups.at(-1)).toEqual([count - 1, 2 * count - 1]);
  });
});
