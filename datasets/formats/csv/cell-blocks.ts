import { isAscii } from "node:buffer";
import type { Caps } from "../caps.ts";
import { ReadError } from "../read-error.ts";
import { CellBlock, type CsvMarks } from "./cell-block.ts";
import { checkedBytes, countLineFeeds } from "./checked-bytes.ts";
import type { CsvMemory } from "./csv-memory.ts";
import { type Scan, scanCells, type ScanFault } from "./scan-cells.ts";

/** Bytes that are scanned together: rows by the hundred, and little of the processor's cache, which dictionaries need. */
const usualBytes = 128 * 1024;

/**
 * The rows of a CSV file, header included, blank rows left out, as places in its bytes: block by block, each of them the same
 * object filled anew. Throws ReadError for what is no text (`checkedBytes`) or no CSV, after the rows before it. Space: a block,
 * and twice the longest row, in `memory`.
 *
 * @param blockBytes how many bytes are scanned together at least
 */
export function cellBlocks(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  caps: Caps,
  memory: CsvMemory,
  marks?: CsvMarks,
  blockBytes = usualBytes,
): AsyncGenerator<CellBlock> {
  const filling = new Filling(file, caps, blockBytes, new CellBlock(memory, marks));
  return blocksOf(
    checkedBytes(bytes, file, caps.fileBytes, () => filling.rowsSoFar),
    filling,
  );
}

/** The same of bytes that are known to be text. */
export function scannedBlocks(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  caps: Caps,
  memory: CsvMemory,
  marks?: CsvMarks,
  blockBytes = usualBytes,
): AsyncGenerator<CellBlock> {
  return blocksOf(bytes, new Filling(file, caps, blockBytes, new CellBlock(memory, marks)));
}

async function* blocksOf(bytes: AsyncIterable<Uint8Array>, filling: Filling): AsyncGenerator<CellBlock> {
  const { blockBytes } = filling;
  try {
    for await (const chunk of orFault(bytes)) {
      if (chunk instanceof ReadError) {
        yield* filling.blocks(false);
        throw chunk;
      }
      for (let at = 0; at < chunk.length; at += blockBytes) {
        filling.append(chunk.subarray(at, at + blockBytes));
        if (filling.isFull) yield* filling.blocks(false);
      }
    }
    yield* filling.blocks(true);
  } finally {
    filling.giveBack();
  }
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
  readonly blockBytes: number;
  readonly #file: string;
  readonly #caps: Caps;
  readonly #block: CellBlock;
  #line = 1;
  /** How much is waited for before the next scan: a long row that is not whole yet is not looked at for each chunk. */
  #enough: number;

  constructor(file: string, caps: Caps, blockBytes: number, block: CellBlock) {
    this.#file = file;
    this.#caps = caps;
    this.blockBytes = blockBytes;
    this.#enough = blockBytes;
    this.#block = block;
  }

  get isFull(): boolean {
    return this.#block.textLength >= this.#enough;
  }

  /** How many lines end in what was appended. */
  get rowsSoFar(): number {
    const { bytes, textLength } = this.#block;
    return this.#line - 1 + countLineFeeds(bytes.subarray(0, textLength));
  }

  append(chunk: Uint8Array): void {
    this.#block.append(chunk);
  }

  /** The rows that are whole, in one block or none. Throws ReadError after them where the next one is malformed. */
  *blocks(isEnd: boolean): Generator<CellBlock> {
    const block = this.#block;
    block.isAscii = isAscii(block.bytes.subarray(0, block.textLength));
    const scan = scanCells(block, { isEnd, line: this.#line, rowBytes: this.#caps.recordBytes });
    if (block.rowCount > 0) yield block;
    if (scan.fault !== null) throw this.#malformed(scan.fault, scan.line);
    this.#moveOn(scan);
  }

  giveBack(): void {
    this.#block.giveBack();
  }

  #moveOn({ end, line }: Scan): void {
    this.#block.dropText(end);
    this.#line = line;
    this.#enough = Math.max(this.blockBytes, 2 * this.#block.textLength);
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
