import { isAscii } from "node:buffer";
import type { Caps } from "../caps.ts";
import { ReadError } from "../read-error.ts";
import { CellBlock, type CsvMarks } from "./cell-block.ts";
import { checkedBytes } from "./checked-bytes.ts";
import { type Scan, scanCells, type ScanFault } from "./scan-cells.ts";

/** Bytes that are scanned together: rows by the thousand, and still in the processor's cache. */
const usualBytes = 256 * 1024;
/** Bytes kept behind the text: the scan and the dictionaries look a little further. */
const behind = 8;

/**
 * The rows of a CSV file, header included, blank rows left out, as places in its bytes: block by block, each of them the same
 * object filled anew. Throws ReadError for what is no text (`checkedBytes`) or no CSV, after the rows before it. Space: a block,
 * and twice the longest row.
 *
 * @param blockBytes how many bytes are scanned together at least
 */
export function cellBlocks(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  caps: Caps,
  marks?: CsvMarks,
  blockBytes = usualBytes,
): AsyncGenerator<CellBlock> {
  return scannedBlocks(checkedBytes(bytes, file, caps.fileBytes), file, caps, marks, blockBytes);
}

/** The same of bytes that are known to be text. */
export async function* scannedBlocks(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  caps: Caps,
  marks?: CsvMarks,
  blockBytes = usualBytes,
): AsyncGenerator<CellBlock> {
  const filling = new Filling(file, caps, blockBytes, marks);
  for await (const chunk of orFault(bytes)) {
    if (chunk instanceof ReadError) {
      yield* filling.blocks(false);
      throw chunk;
    }
    filling.append(chunk);
    if (filling.isFull) yield* filling.blocks(false);
  }
  yield* filling.blocks(true);
}

/** Chunks, and as the last of them why there are no more. */
async function* orFault(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | ReadError> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    yield error;
  }
}

class Filling {
  readonly #file: string;
  readonly #caps: Caps;
  readonly #block: CellBlock;
  readonly #blockBytes: number;
  #buffer: Buffer<ArrayBuffer>;
  #length = 0;
  #line = 1;
  /** How much is waited for before the next scan: a long row that is not whole yet is not looked at for each chunk. */
  #enough: number;

  constructor(file: string, caps: Caps, blockBytes: number, marks?: CsvMarks) {
    this.#file = file;
    this.#caps = caps;
    this.#blockBytes = blockBytes;
    this.#buffer = Buffer.allocUnsafe(blockBytes + behind);
    this.#enough = blockBytes;
    this.#block = new CellBlock(marks);
  }

  get isFull(): boolean {
    return this.#length >= this.#enough;
  }

  append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length + behind > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(length + behind, 2 * this.#buffer.length));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length = length;
  }

  /** The rows that are whole, in one block or none. Throws ReadError after them where the next one is malformed. */
  *blocks(isEnd: boolean): Generator<CellBlock> {
    const block = this.#block;
    block.makeRoom(this.#length);
    block.bytes = this.#buffer;
    block.isAscii = isAscii(this.#buffer.subarray(0, this.#length));
    const rowBytes = this.#caps.recordBytes;
    const scan = scanCells(block, { to: this.#length, isEnd, line: this.#line, rowBytes });
    if (block.rowCount > 0) yield block;
    if (scan.fault !== null) throw this.#malformed(scan.fault, scan.line);
    this.#moveOn(scan);
  }

  #moveOn({ end, line }: Scan): void {
    this.#buffer.copyWithin(0, end, this.#length);
    this.#length -= end;
    this.#line = line;
    this.#enough = Math.max(this.#blockBytes, 2 * this.#length);
  }

  #malformed(fault: ScanFault, row: number): ReadError {
    const at = { file: this.#file, row };
    switch (fault) {
      case "quote-unclosed": {
        const text = "A quote opened in this row is never closed: close it, or double it if it is part of the text.";
        return new ReadError("CSV_QUOTE_UNCLOSED", { ...at, text });
      }
      case "quote-misplaced": {
        const text = 'A quote stands inside a cell: put the whole cell in quotes and double the quote ("").';
        return new ReadError("CSV_QUOTE_MISPLACED", { ...at, text });
      }
      case "row-too-long": {
        const text = `The row is longer than ${this.#caps.recordBytes} bytes: is a quote in it never closed?`;
        return new ReadError("CSV_ROW_TOO_LONG", { ...at, text });
      }
      default:
        return fault satisfies never;
    }
  }
}
