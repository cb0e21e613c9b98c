import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { parse } from "csv-parse";
import { RecipeError } from "../recipe-error.ts";

/** One row of a raw CSV file. `row` counts lines from 1, the header is row 1. */
export interface RawRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Streams a raw CSV file with a header, row by row, in the order of the file. Memory: one row.
 * Throws `RecipeError` where the file is missing, no CSV, or lacks one of the columns.
 */
export async function* readRawRows(path: string, columns: readonly string[]): AsyncGenerator<RawRow> {
  try {
    await access(path);
  } catch (cause) {
    throw new RecipeError("RECIPE_FILE_MISSING", `${path} is not there or cannot be read`, path, { cause });
  }
  const parser = createReadStream(path).pipe(
    parse({ bom: true, columns: (header: string[]) => checkHeader(path, header, columns), info: true }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      yield { row: info.lines, cells: record };
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
