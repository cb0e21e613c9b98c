import type { Cells } from "./cell.ts";
import { guardFormula } from "./formula-guard.ts";

/** Text as a cell of CSV, in quotes where it needs them. */
function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A network as a provider (`@electricity`), which no spreadsheet runs. */
const plainNetwork = /^@[a-z0-9-]+$/;

/**
 * A table as CSV under a header: LF, cells that are not there empty. Text that a spreadsheet would run is guarded (see
 * `formula-guard.ts`), except the plain `@commodity` of a network, which is none.
 */
export function csvText(header: readonly string[], rows: readonly Cells[]): string {
  const lines = rows.map((row) => {
    return header.map((name) => {
      const cell = row[name] ?? "";
      return typeof cell === "string" ? csvCell(plainNetwork.test(cell) ? cell : guardFormula(cell)) : String(cell);
    });
  });
  return [header, ...lines].map((cells) => `${cells.join(",")}\n`).join("");
}
