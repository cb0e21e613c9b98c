import { unguardFormula } from "../formula-guard.ts";

/** What separates cells and what encloses them: one byte of ASCII each. */
export interface CsvMarks {
  readonly delimiter: number;
  readonly quote: number;
}

const commaMarks: CsvMarks = { delimiter: 0x2c, quote: 0x22 };

/**
 * Rows of a CSV text as the places of their cells in its bytes. One block is filled again and again: what is to outlive the
 * next filling has to be copied out of it.
 */
export class CellBlock {
  readonly marks: CsvMarks;
  /** The text; what lies behind the last cell is not read yet. */
  bytes = Buffer.alloc(0);
  /** Whether all of it is ASCII, so that a byte is a character. */
  isAscii = false;
  rowCount = 0;
  /** [row + 1] the first cell of a row. */
  rowStart = new Int32Array(1);
  /** [row] the line of the file that it starts on, from 1. */
  rowLine = new Int32Array(0);
  /** [cell] where its content starts, without the quote. */
  cellStart = new Int32Array(0);
  /** [cell] where its content ends; `~end` where quotes in it are doubled. */
  cellEnd = new Int32Array(0);

  constructor(marks: CsvMarks = commaMarks) {
    this.marks = marks;
  }

  /** Makes room for all cells and rows that so many bytes can hold. */
  makeRoom(byteCount: number): void {
    const most = byteCount + 2;
    if (this.cellStart.length >= most) return;
    this.cellStart = new Int32Array(most);
    this.cellEnd = new Int32Array(most);
    this.rowStart = new Int32Array(most + 1);
    this.rowLine = new Int32Array(most);
  }

  /** Leaves the first row out. */
  dropFirst(): void {
    this.rowStart.copyWithin(0, 1, this.rowCount + 1);
    this.rowLine.copyWithin(0, 1, this.rowCount);
    this.rowCount -= 1;
  }

  /** Cells of a row. */
  cellCount(row: number): number {
    return this.rowStart[row + 1]! - this.rowStart[row]!;
  }

  /** A cell as text, a guarded formula as the text it was. */
  cellText(cell: number): string {
    return unguardFormula(this.#rawText(cell));
  }

  /** The cells of a row as text. */
  rowTexts(row: number): string[] {
    const texts: string[] = [];
    for (let cell = this.rowStart[row]!; cell < this.rowStart[row + 1]!; cell += 1) texts.push(this.cellText(cell));
    return texts;
  }

  #rawText(cell: number): string {
    const end = this.cellEnd[cell]!;
    const text = this.textBetween(this.cellStart[cell]!, end < 0 ? ~end : end);
    if (end >= 0) return text;
    const quote = String.fromCharCode(this.marks.quote);
    return text.replaceAll(quote + quote, quote);
  }

  /** Bytes of the text as they stand there. */
  textBetween(start: number, end: number): string {
    return start === end ? "" : this.bytes.toString(this.isAscii ? "latin1" : "utf8", start, end);
  }
}
