import type { Cells } from "./cell.ts";
import { guardFormula } from "./formula-guard.ts";

/** Text as a cell of CSV, in quotes where it needs them. */
function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV under a header: LF, cells that are not there empty, formulas guarded (see `formula-guard.ts`). */
export function csvText(header: readonly string[], rows: readonly Cells[]): string {
  const lines = rows.map((row) => {
    return header.map((name) => {
      const cell = row[name] ?? "";
      return typeof cell === "string" ? csvCell(guardFormula(cell)) : String(cell);
    });
  });
  return [header, ...lines].map((cells) => `${cells.join(",")}\n`).join("");
}
