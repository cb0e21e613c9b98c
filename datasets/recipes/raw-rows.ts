import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse";
import type { RawFiles } from "./raw-files.ts";
import { RecipeError } from "./recipe-error.ts";

/** How a raw file is written, where it differs from the usual. */
export interface RawDialect {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly escape?: string;
}

/**
 * One row of a raw CSV file. `row` counts lines from 1, the header is row 1. What became of it is told by one of `leaveOut`
 * and `drop`, or by neither: then it is used.
 */
export class RawRow {
  constructor(
    readonly file: string,
    readonly row: number,
    readonly cells: Readonly<Record<string, string>>,
    readonly raw: RawFiles,
  ) {}

  text(column: string): string {
    return this.cells[column]?.trim() ?? "";
  }

  /** The number of a cell, or null where it is empty. Throws `RecipeError` where it is no number. */
  number(column: string): number | null {
    const text = this.text(column);
    if (text === "") return null;
    const value = Number(text);
    if (!Number.isFinite(value)) throw this.unusable(column);
    return value;
  }

  /** The number of a cell. Throws `RecipeError` where it is empty or no number. */
  need(column: string): number {
    const value = this.number(column);
    if (value === null) throw this.unusable(column);
    return value;
  }

  /** Says that the recipe does not ask for this row: too small, elsewhere, of another kind. */
  leaveOut(reason: string): void {
    this.raw.leaveOut(this.file, reason);
  }

  /** Says that this row should be in the dataset and cannot. */
  drop(id: string, reason: string): void {
    this.raw.drop({ file: this.file, row: this.row, id, reason });
  }

  unusable(column: string): RecipeError {
    const text = `${this.file}, row ${this.row}, ${column}: cannot use "${this.text(column)}"`;
    return new RecipeError("RECIPE_VALUE_UNKNOWN", text, this.file);
  }
}

/**
 * Streams a raw CSV file, row by row, in the order of the file. Memory: one row.
 * Throws `RecipeError` where the file is missing, no CSV, or lacks one of the columns.
 */
export async function* readRawRows(
  raw: RawFiles,
  file: string,
  columns: readonly string[],
  dialect: RawDialect = {},
): AsyncGenerator<RawRow> {
  const path = join(raw.folder, file);
  try {
    await access(path);
  } catch (cause) {
    throw new RecipeError("RECIPE_FILE_MISSING", `${path} is not there or cannot be read`, path, { cause });
  }
  const names = (header: string[]): string[] => checkHeader(path, header, columns);
  const parser = createReadStream(path).pipe(parse({ bom: true, columns: names, info: true, ...dialect }));
  raw.open(file);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      raw.count(file);
      yield new RawRow(file, info.lines, record, raw);
    }
  } catch (cause) {
    if (cause instanceof RecipeError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RecipeError("RECIPE_FILE_MALFORMED", `${path} is no CSV file: ${reason}`, path, { cause });
  }
}

function checkHeader(path: string, header: string[], columns: readonly string[]): string[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new RecipeError("RECIPE_FILE_MALFORMED", `${path} lacks the columns ${missing.join(", ")}`, path);
  }
  return header;
}
