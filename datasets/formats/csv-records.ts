import type { Caps } from "./caps.ts";
import { scannedBlocks } from "./csv/cell-blocks.ts";
import { CsvMemory } from "./csv/csv-memory.ts";

/** One row of a CSV file; `row` is the line it starts on, from 1. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV text, header included, blank lines left out, guarded formulas as the text they were. Strict about
 * quotes; the number of cells is the caller's question. Throws ReadError with the row, after the rows before it. Delimiter and
 * quote are one character of ASCII each. Streams: holds one block and its rows.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  file: string,
  caps: Caps,
  delimiter = ",",
  quote = '"',
): AsyncGenerator<CsvRecord> {
  const marks = { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) };
  for await (const block of scannedBlocks(encoded(text), file, caps, new CsvMemory(), marks)) {
    for (let row = 0; row < block.rowCount; row += 1) yield { row: block.rowLine[row]!, cells: block.rowTexts(row) };
  }
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of text) yield Buffer.from(part);
}
