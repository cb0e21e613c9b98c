import type { OrderedRows } from "../model/order-rows.ts";

/** Groups in the order in which issues tell of them: that of their first rows. */
export function inOrderOfRows({ rows, start }: OrderedRows, groups: readonly number[]): number[] {
  const firstRow = (group: number): number => rows[start[group]!]!;
  return groups.toSorted((one, other) => firstRow(one) - firstRow(other));
}
