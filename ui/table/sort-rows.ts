import { compareIds } from "../../analyzer/index.ts";
import type { CellValue } from "../answers/describe-answer.ts";

export interface RowOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** Rows by one column, ties in their first order; what is not known comes last either way. */
export function sortRows(
  rows: readonly (readonly CellValue[])[],
  order: RowOrder | null,
): readonly (readonly CellValue[])[] {
  if (order === null) return rows;
  const { column, descending } = order;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = leadOf(a[column]);
    const right = leadOf(b[column]);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareLeads(left, right);
  });
}

/** What a cell is sorted by: of a list or an interval its first. */
function leadOf(cell: CellValue | undefined): string | number | null {
  const value = Array.isArray(cell) ? cell[0] : cell;
  if (value === undefined || value === null) return null;
  return typeof value === "boolean" ? Number(value) : (value as string | number);
}

const compareLeads = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareIds(String(a), String(b));
