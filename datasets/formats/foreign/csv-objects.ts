import { csvRecords } from "../csv-records.ts";
import { decodeText } from "../decode-text.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { refuseHeader } from "./csv-header.ts";
import type { FormatInput } from "./format.ts";

/** A row of a CSV file by the names of its header; `row` is the line it starts on, from 1. */
export interface CsvObject {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface CsvDialect {
  /** Columns that the file must have. */
  readonly required?: readonly string[];
  readonly delimiter?: string;
  readonly quote?: string;
  /** Columns that the reader takes, where it does not keep all: any other is told once. */
  readonly taken?: readonly string[];
  /** What the first column is called where the header leaves it empty, as a table of pandas with an unnamed index does. */
  readonly index?: string;
}

/**
 * The rows of a CSV file with a header. A row with more or fewer cells than it is told and left out. Throws ReadError where
 * the file cannot be read on, or lacks a required column.
 */
export async function* csvObjects(
  { files, reading: { caps, issues } }: Pick<FormatInput, "files" | "reading">,
  path: string,
  { required = [], delimiter, quote, taken, index = "" }: CsvDialect = {},
): AsyncGenerator<CsvObject> {
  const text = decodeText(files.open(path), path, caps.fileBytes);
  let header: readonly string[] | null = null;
  for await (const { row, cells } of csvRecords(text, path, caps, delimiter, quote)) {
    if (header === null) {
      header = cells.map((cell, at) => cell.trim() || (at === 0 ? index : ""));
      refuseHeader(path, header, caps.columns);
      refuseWithout(path, header, required);
      for (const column of taken === undefined ? [] : header.filter((name) => !taken.includes(name))) {
        const said = `The format has no place for the column ${column}: it is not read.`;
        issues.add(formatIssue("PART_NOT_READ", { file: path, row, column, text: said }));
      }
      continue;
    }
    if (cells.length !== header.length) {
      const said = `The row has ${cells.length} cells and the header ${header.length}: is a separator missing, or not in quotes?`;
      issues.add(formatIssue("CSV_ROW_LENGTH", { file: path, row, text: said }));
      continue;
    }
    yield { row, cells: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])) };
  }
  if (header === null)
    throw new ReadError("FILE_EMPTY", { file: path, text: "The file is empty: it needs a header row." });
}

function refuseWithout(file: string, header: readonly string[], required: readonly string[]): void {
  const column = required.find((name) => !header.includes(name));
  if (column === undefined) return;
  const text = `There is no column ${column}, which the format needs.`;
  throw new ReadError("COLUMN_MISSING", { file, row: 1, column, text });
}
