import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { RecipeError } from "../recipe-error.ts";

/** One row of an authored table; `row` counts lines from 1, the header is row 1. */
export interface TableRow {
  readonly file: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** All rows of an authored table, in the order of the file. Throws `RecipeError` where the file is missing or no CSV. */
export function readTable(folder: string, file: string): TableRow[] {
  const path = join(folder, file);
  try {
    const records: Record<string, string>[] = parse(readFileSync(path, "utf8"), { columns: true, bom: true });
    return records.map((cells, index) => ({ file, row: index + 2, cells }));
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new RecipeError(
      missing ? "RECIPE_FILE_MISSING" : "RECIPE_FILE_MALFORMED",
      missing ? `${path} is not there` : `${path} is no CSV file: ${String(cause)}`,
      path,
      { cause },
    );
  }
}

/** A cell that may be empty. Throws where the table lacks the column. */
export function text(row: TableRow, column: string): string {
  const cell = row.cells[column];
  if (cell === undefined) throw new RecipeError("RECIPE_FILE_MALFORMED", `${row.file} lacks the column ${column}`);
  return cell;
}

/** A list cell: words joined by `|`; empty: no word. */
export function words(row: TableRow, column: string): string[] {
  return text(row, column).split("|").filter(Boolean);
}

/** A number, or undefined where the cell is empty. Throws where it is no finite number. */
export function optionalNumber(row: TableRow, column: string): number | undefined {
  const cell = text(row, column);
  if (cell === "") return undefined;
  const value = Number(cell);
  if (Number.isFinite(value)) return value;
  throw new RecipeError("RECIPE_VALUE_UNKNOWN", `${row.file}, row ${row.row}, ${column}: "${cell}" is no number`);
}

/** A number that has to be there. */
export function number(row: TableRow, column: string): number {
  const value = optionalNumber(row, column);
  if (value !== undefined) return value;
  throw new RecipeError("RECIPE_VALUE_UNKNOWN", `${row.file}, row ${row.row}: ${column} is empty`);
}
