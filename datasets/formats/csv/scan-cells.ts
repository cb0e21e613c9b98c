import type { CellBlock } from "./cell-block.ts";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

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

/** What is scanned: the first `to` bytes of the block's text, the first on `line`, and whether the text ends there. */
export interface ScanRange {
  readonly to: number;
  readonly isEnd: boolean;
  readonly line: number;
  /** The most bytes that the cells of a row may hold. */
  readonly rowBytes: number;
}

/** What a row that has no end ends as. */
const unfinished = -1;
const misplaced = -2;
const unclosed = -3;

/**
 * Finds the cells of a CSV text (RFC 4180, rows ending in CRLF, LF or CR), strict about quotes: one opens a cell or stands
 * doubled within quotes. Blank rows are left out. A row that is not whole yet is left for the next time.
 *
 * The block must have a byte behind `to`, which is overwritten, and room for the cells of that many bytes. Linear: a row of more
 * than `rowBytes` is looked at twice.
 */
export function scanCells(block: CellBlock, range: ScanRange): Scan {
  return new Scanner(block, range).scan();
}

class Scanner {
  readonly #block: CellBlock;
  readonly #range: ScanRange;
  /** Below it lies every byte that means something. */
  readonly #highest: number;
  #cell = 0;
  /** Line ends within the cells of the row. */
  #breaks = 0;
  /** Where a quote stands that must not. */
  #misplacedAt = 0;

  constructor(block: CellBlock, range: ScanRange) {
    this.#block = block;
    this.#range = range;
    this.#highest = Math.max(block.marks.delimiter, block.marks.quote, carriageReturn);
  }

  scan(): Scan {
    const { rowStart, rowLine, bytes } = this.#block;
    const { to, rowBytes } = this.#range;
    // What ends the text ends its last row.
    bytes[to] = lineFeed;
    let [at, line, row] = [0, this.#range.line, 0];
    let fault: ScanFault | null = null;
    rowStart[0] = 0;
    while (at < to) {
      const firstCell = this.#cell;
      this.#breaks = 0;
      const next = this.#row(at);
      const reached = next === misplaced ? this.#misplacedAt : next < 0 ? to : next;
      if (reached - at > rowBytes && isTooLong(this.#block, at, reached, rowBytes)) fault = "row-too-long";
      else if (next === misplaced) fault = "quote-misplaced";
      else if (next === unclosed) fault = "quote-unclosed";
      if (next < 0 || fault !== null) break;
      if (this.#isBlank(firstCell)) this.#cell = firstCell;
      else {
        rowLine[row] = line;
        row += 1;
        rowStart[row] = this.#cell;
      }
      line += 1 + this.#breaks;
      at = next;
    }
    this.#block.rowCount = row;
    return { end: at, line, fault };
  }

  /** Where the row after this one starts; a number below 0 where it does not end. */
  #row(from: number): number {
    const { bytes, cellStart, cellEnd, marks } = this.#block;
    const { delimiter, quote } = marks;
    const { to, isEnd } = this.#range;
    const highest = this.#highest;
    let at = from;
    let cell = this.#cell;
    for (;;) {
      let byte = bytes[at]!;
      if (byte === quote) {
        const end = this.#quoted(cell, at + 1);
        if (end === unfinished) return isEnd ? unclosed : unfinished;
        at = end + 1;
        byte = bytes[at]!;
      } else {
        cellStart[cell] = at;
        while (byte > highest || (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn && byte !== quote))
          byte = bytes[(at += 1)]!;
        if (byte === quote) return this.#misplaced(at);
        cellEnd[cell] = at;
      }
      cell += 1;
      if (byte === delimiter) {
        at += 1;
        continue;
      }
      this.#cell = cell;
      if (at === to) return isEnd ? to : unfinished;
      if (byte === lineFeed) return at + 1;
      if (byte !== carriageReturn) return this.#misplaced(at);
      if (at + 1 < to) return at + (bytes[at + 1] === lineFeed ? 2 : 1);
      return isEnd ? to : unfinished;
    }
  }

  /** Takes down a cell whose content starts at `start`; where its closing quote is, or `unfinished`. */
  #quoted(cell: number, start: number): number {
    const { bytes, cellStart, cellEnd, marks } = this.#block;
    const { quote } = marks;
    const { to } = this.#range;
    let isDoubled = false;
    for (let at = start; at < to; at += 1) {
      const byte = bytes[at]!;
      if (byte === lineFeed) this.#breaks += bytes[at - 1] === carriageReturn && at > start ? 0 : 1;
      else if (byte === carriageReturn) this.#breaks += 1;
      if (byte !== quote) continue;
      if (bytes[at + 1] === quote && at + 1 < to) {
        isDoubled = true;
        at += 1;
        continue;
      }
      cellStart[cell] = start;
      cellEnd[cell] = isDoubled ? ~at : at;
      return at;
    }
    return unfinished;
  }

  #misplaced(at: number): number {
    this.#misplacedAt = at;
    return misplaced;
  }

  /** Whether the row that starts at the cell holds nothing. */
  #isBlank(cell: number): boolean {
    const { cellStart, cellEnd } = this.#block;
    return this.#cell === cell + 1 && cellStart[cell] === cellEnd[cell];
  }
}

/**
 * Whether a row holds more than `most` in its cells: those before the last count in characters, the last one, which is still
 * being read, in bytes.
 */
function isTooLong({ bytes, marks }: CellBlock, from: number, to: number, most: number): boolean {
  const { delimiter, quote } = marks;
  let [before, inCell, characters] = [0, 0, 0];
  let isQuoted = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    if (byte === quote) {
      if (!isQuoted || bytes[at + 1] !== quote) {
        isQuoted = !isQuoted;
        continue;
      }
      at += 1;
    } else if (!isQuoted) {
      if (byte === lineFeed || byte === carriageReturn) return false;
      if (byte === delimiter) {
        [before, inCell, characters] = [before + characters, 0, 0];
        continue;
      }
    }
    if (before + inCell > most) return true;
    inCell += 1;
    // A character beyond the first plane, of four bytes, counts as two.
    characters += byte >= 0xf0 ? 2 : byte < 0x80 || byte >= 0xc0 ? 1 : 0;
  }
  return false;
}
