import { finished } from "node:stream/promises";
import { CsvError, parse, type Parser } from "csv-parse";
import type { Caps } from "../../datasets/formats/caps.ts";
import type { CsvRecord } from "../../datasets/formats/csv-records.ts";
import { unguardFormula } from "../../datasets/formats/formula-guard.ts";
import { ReadError } from "../../datasets/formats/read-error.ts";

/** The plain twin of `csvRecords`: the same rows and faults by csv-parse. */
export async function* plainCsvRecords(
  text: AsyncIterable<string>,
  file: string,
  caps: Caps,
  delimiter = ",",
  quote = '"',
): AsyncGenerator<CsvRecord> {
  const parsed: string[][] = [];
  const parser = parse({
    delimiter,
    quote,
    escape: quote,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: caps.recordBytes,
    // Rows are taken here and not from the stream, which forgets those it holds when a later one is malformed.
    on_record: (cells: string[]) => {
      parsed.push(cells);
      return null;
    },
  });
  const ended = finished(parser.resume());
  // Told where it is awaited; a text that stops on its own leaves it unawaited.
  ended.catch(() => undefined);
  let row = 1;
  const take = function* (): Generator<CsvRecord> {
    for (const cells of parsed.splice(0)) {
      if (cells.length > 1 || cells[0] !== "") yield { row, cells: cells.map(unguardFormula) };
      row += 1;
      for (const cell of cells) row += lineBreaks(cell);
    }
  };
  try {
    for await (const chunk of text) {
      await write(parser, chunk);
      yield* take();
    }
    parser.end();
    await ended;
  } catch (error) {
    yield* take();
    throw error instanceof CsvError ? malformed(error, file, row, caps) : error;
  } finally {
    parser.destroy();
  }
  yield* take();
}

function write(parser: Parser, chunk: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Line breaks inside a cell. The parser's own count of lines takes a CRLF in quotes for two. */
function lineBreaks(cell: string): number {
  if (!cell.includes("\n") && !cell.includes("\r")) return 0;
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function malformed(error: CsvError, file: string, row: number, caps: Caps): ReadError {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED": {
      const text = "A quote opened in this row is never closed: close it, or double it if it is part of the text.";
      return new ReadError("CSV_QUOTE_UNCLOSED", { file, row, text });
    }
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE": {
      const text = 'A quote stands inside a cell: put the whole cell in quotes and double the quote ("").';
      return new ReadError("CSV_QUOTE_MISPLACED", { file, row, text });
    }
    case "CSV_MAX_RECORD_SIZE": {
      const text = `The row is longer than ${caps.recordBytes} bytes: is a quote in it never closed?`;
      return new ReadError("CSV_ROW_TOO_LONG", { file, row, text });
    }
    default:
      throw error;
  }
}
