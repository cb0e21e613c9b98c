import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderRows } from "../../../analyzer/model/order-rows.ts";

type Row = readonly [dependent: number, name: number];

function ordered(rows: readonly Row[], count: number, names: readonly string[]) {
  const dependents = Int32Array.from(rows, ([dependent]) => dependent);
  const numbers = Int32Array.from(rows, ([, name]) => name);
  const found = orderRows(dependents, count, numbers, names);
  const groups = Array.from(found.dependent, (dependent, group) => ({
    dependent,
    rows: [...found.rows.subarray(found.start[group], found.start[group + 1])],
  }));
  return { groups, dependentStart: [...found.dependentStart] };
}

/** The same by a sort of texts. */
function plainly(rows: readonly Row[], count: number, names: readonly string[]): ReturnType<typeof ordered> {
  const byKey = new Map<string, { dependent: number; rows: number[] }>();
  rows.forEach(([dependent, name], row) => {
    const key = `${dependent} ${names[name]}`;
    byKey.set(key, { dependent, rows: [...(byKey.get(key)?.rows ?? []), row] });
  });
  const groups = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const before = (dependent: number) => groups.filter((group) => group.dependent < dependent).length;
  return { groups, dependentStart: Array.from({ length: count + 1 }, (_, dependent) => before(dependent)) };
}

describe("orderRows", () => {
  it("orders as a sort by dependent, name and row does, for few rows of a dependent and for many", () => {
    const names = ["b", "B", "@c", "a10", "a9"];
    const row = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: names.length - 1 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80, size: "max" }), (rows) => {
        expect(ordered(rows, 5, names)).toEqual(plainly(rows, 5, names));
      }),
    );
  });

  it("takes one dependent with a hundred thousand groups", () => {
    const count = 100_000;
    const names = Array.from({ length: count }, (_, number) => String(count + ((number * 7919) % count)));
    const rows = Array.from({ length: count }, (_, row) => [0, row] as const);
    const { groups } = ordered(rows, 1, names);
    expect(groups).toHaveLength(count);
    expect(groups.every((group, at) => names[group.rows[0]!] === String(count + at))).toBe(true);
  });
});
