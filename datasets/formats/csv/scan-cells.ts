import type { CellBlock } from "./cell-block.ts";
import { scanCellsKernel } from "./scan-cells.wasm.gen.ts";

/** Why a text is no CSV from a row on. */
export type ScanFault = "quote-misplaced" | "quote-unclosed" | "row-too-long";

/** How far a block was scanned. */
export interface Scan {
  /** Where the first row starts that is not whole, or wrong. */
  readonly end: number;
  /** The line of the file that it starts on. */
  readonly line: number;
  readonly fault: ScanFault | null;
}

/** How the text of a block is scanned: whether the file ends with it, and the line that it starts on. */
export interface ScanRange {
  readonly isEnd: boolean;
  readonly line: number;
  /** The most bytes that the cells of a row may hold. */
  readonly rowBytes: number;
}

interface ScanFunctions {
  scan(head: number, to: number, isEnd: boolean, line: number, rowBytes: number): void;
}

/** What the kernel says of the row that it stopped at. */
const faults: ReadonlyMap<number, ScanFault> = new Map([
  [-2, "quote-misplaced"],
  [-3, "quote-unclosed"],
  [-4, "row-too-long"],
]);

/**
 * Finds the cells of a CSV text (RFC 4180, rows ending in CRLF, LF or CR), strict about quotes: one opens a cell or stands
 * doubled within quotes. Blank rows are left out. A row that is not whole yet is left for the next time.
 *
 * Linear: a row of more than `rowBytes` is looked at twice.
 */
export function scanCells(block: CellBlock, { isEnd, line, rowBytes }: ScanRange): Scan {
  const { memory, textLength } = block;
  block.makeRoom(textLength);
  const kernel = memory.kernel(scanCellsKernel) as ScanFunctions;
  kernel.scan(block.head.address, textLength, isEnd, line, rowBytes);
  const [rows, width, end, nextLine, fault] = block.head.view.subarray(5);
  [block.rowCount, block.width] = [rows!, width!];
  return { end: end!, line: nextLine!, fault: faults.get(fault!) ?? null };
}
