import { compareIds, type Table } from "../../analyzer/index.ts";
import { type RowValues, rowCells } from "./row-cells.ts";

/**
 * Gives rows without an id one: `provider>dependent` for a dependency, `a-b` for a connection, with `#2`, `#3`, ... where
 * that is taken. Rows that would get the same id are numbered by their content and not by their order in the file, so that
 * the same rows in another order are the same dataset. Changes the rows it is given; n log n in the rows without an id.
 */
export function deriveIds(table: Exclude<Table, "assets">, rows: readonly RowValues[]): void {
  const taken = new Set(rows.map((row) => row["id"]));
  const nameless = rows
    .filter((row) => row["id"] === undefined)
    .map((row) => ({ row, content: contentOf(table, row) }));
  nameless.sort((one, other) => compareIds(one.content, other.content));
  const lastNumber = new Map<string, number>();
  for (const { row } of nameless) {
    const base =
      table === "dependencies"
        ? `${String(row["provider"])}>${String(row["dependent"])}`
        : `${String(row["a"])}-${String(row["b"])}`;
    let number = (lastNumber.get(base) ?? 0) + 1;
    while (taken.has(numbered(base, number))) number += 1;
    lastNumber.set(base, number);
    const id = numbered(base, number);
    taken.add(id);
    row["id"] = id;
  }
}

function numbered(base: string, number: number): string {
  return number === 1 ? base : `${base}#${number}`;
}

function contentOf(table: Exclude<Table, "assets">, row: RowValues): string {
  const cells = rowCells(table, row);
  return JSON.stringify(Object.entries(cells).sort(([one], [other]) => compareIds(one, other)));
}
