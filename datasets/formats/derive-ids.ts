import { compareIds, type Table } from "../../analyzer/index.ts";
import { type RowValues, rowCells } from "./row-cells.ts";

/**
 * Gives rows without an id one: `provider>dependent` for a dependency, `a-b` for a connection, with `#2`, `#3`, ... where
 * that is taken. Rows that would get the same id are numbered by their content and not by their order in the file, so that
 * the same rows in another order are the same dataset. Changes the rows it is given; n log n in the rows without an id.
 */
export function deriveIds(table: Exclude<Table, "assets">, rows: readonly RowValues[]): void {
  if (rows.every((row) => row["id"] !== undefined)) return;
  const taken = new Set(rows.map((row) => row["id"]));
  const namesakes = new Map<string, RowValues[]>();
  for (const row of rows) {
    if (row["id"] !== undefined) continue;
    const base = baseOf(table, row);
    const others = namesakes.get(base);
    if (others === undefined) namesakes.set(base, [row]);
    else others.push(row);
  }
  for (const [base, group] of [...namesakes].sort(([one], [other]) => compareIds(one, other))) {
    let number = 0;
    for (const row of inOrderOfContent(table, group)) {
      do number += 1;
      while (taken.has(numbered(base, number)));
      row["id"] = numbered(base, number);
      taken.add(row["id"]);
    }
  }
}

function baseOf(table: Exclude<Table, "assets">, row: RowValues): string {
  const [from, to] = endsOf[table];
  return derivedId(table, String(row[from]), String(row[to]));
}

/** The columns that name the assets which a row joins. */
export const endsOf = { dependencies: ["provider", "dependent"], connections: ["a", "b"] } as const;

/** The id of a row that has none, where no other would get the same. */
export function derivedId(table: Exclude<Table, "assets">, from: string, to: string): string {
  return table === "dependencies" ? `${from}>${to}` : `${from}-${to}`;
}

function inOrderOfContent(table: Exclude<Table, "assets">, rows: readonly RowValues[]): readonly RowValues[] {
  if (rows.length === 1) return rows;
  return rows
    .map((row) => ({ row, content: contentOf(table, row) }))
    .sort((one, other) => compareIds(one.content, other.content))
    .map(({ row }) => row);
}

function numbered(base: string, number: number): string {
  return number === 1 ? base : `${base}#${number}`;
}

function contentOf(table: Exclude<Table, "assets">, row: RowValues): string {
  const cells = rowCells(table, row);
  return JSON.stringify(Object.entries(cells).sort(([one], [other]) => compareIds(one, other)));
}
