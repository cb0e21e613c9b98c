import { unguardFormula } from "../formula-guard.ts";
import type { CsvMemory } from "./csv-memory.ts";
import { LinearArray } from "./linear-array.ts";

/** What separates cells and what encloses them: one byte of ASCII each. */
export interface CsvMarks {
  readonly delimiter: number;
  readonly quote: number;
}

const commaMarks: CsvMarks = { delimiter: 0x2c, quote: 0x22 };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Bytes kept behind the text: kernels look a little further. */
const behind = 128;
/** Cells that there is room for beyond those of a text: the scan takes several at a time. */
const spare = 80;
/** Words of the head; `block-head.as.ts` says which. */
const headWords = 10;

/**
 * Rows of a CSV text as the places of their cells in its bytes. One block is filled again and again: what is to outlive the
 * next filling has to be copied out of it, and its arrays are to be asked for anew once more room was taken in its memory.
 */
export class CellBlock {
  readonly memory: CsvMemory;
  readonly marks: CsvMarks;
  /** Bytes of the text. */
  textLength = 0;
  /** Whether all of it is ASCII, so that a byte is a character. */
  isAscii = false;
  rowCount = 0;
  /** Cells of each row, -1 where they differ. */
  width = -1;
  readonly #head: LinearArray<Int32Array>;
  readonly #rowStart: LinearArray<Int32Array>;
  readonly #rowLine: LinearArray<Int32Array>;
  readonly #cells: LinearArray<Int32Array>;
  /** Address of the text, and the room for it. */
  #text = 0;
  #room = 0;
  #bytes = Buffer.alloc(0);
  #growths = -1;

  constructor(memory: CsvMemory, marks: CsvMarks = commaMarks) {
    this.memory = memory;
    this.marks = marks;
    this.#head = new LinearArray(memory, Int32Array, headWords);
    this.#rowStart = new LinearArray(memory, Int32Array, 1);
    this.#rowLine = new LinearArray(memory, Int32Array);
    this.#cells = new LinearArray(memory, Int32Array);
    this.makeRoom(0);
  }

  /** The text, and a little behind it; what lies behind the last cell is not read yet. */
  get bytes(): Buffer {
    if (this.#growths !== this.memory.growths) {
      this.#bytes = this.memory.bytes.subarray(this.#text, this.#text + this.#room);
      this.#growths = this.memory.growths;
    }
    return this.#bytes;
  }

  /** [row + 1] the first cell of a row. */
  get rowStart(): Int32Array {
    return this.#rowStart.view;
  }

  /** [row] the line of the file that it starts on, from 1. */
  get rowLine(): Int32Array {
    return this.#rowLine.view;
  }

  /** Where the content of a cell starts, without the quote. */
  startOf(cell: number): number {
    return this.#cells.view[2 * cell + 1]!;
  }

  /** Where the content of a cell ends. */
  endOf(cell: number): number {
    const end = this.#cells.view[2 * cell + 2]!;
    return end < 0 ? ~end : end;
  }

  /** Where kernels find all of it. */
  get head(): LinearArray<Int32Array> {
    return this.#head;
  }

  /** Adds bytes to the end of the text. */
  append(bytes: Uint8Array): void {
    const length = this.textLength + bytes.length;
    if (length + behind > this.#room) this.#moveText(Math.max(length + behind, 2 * this.#room));
    this.memory.bytes.set(bytes, this.#text + this.textLength);
    this.textLength = length;
  }

  /** Leaves the first bytes of the text out; the cells found in it mean nothing then. */
  dropText(end: number): void {
    this.memory.bytes.copyWithin(this.#text, this.#text + end, this.#text + this.textLength);
    this.textLength -= end;
  }

  /** Makes room for all cells and rows that so many bytes can hold. */
  makeRoom(byteCount: number): void {
    const most = byteCount + spare;
    this.#rowStart.makeRoom(most + 1);
    this.#rowLine.makeRoom(most);
    this.#cells.makeRoom(2 * most + 1);
    const { delimiter, quote } = this.marks;
    this.#head.view.set([
      this.#text,
      // The end of a cell and the start of the next one are written as one, which takes less where they lie in one line of memory.
      this.#cells.address + 4,
      this.#rowStart.address,
      this.#rowLine.address,
      delimiter | (quote << 8) | (lineFeed << 16) | (carriageReturn << 24),
    ]);
  }

  /** Gives all its room back. */
  giveBack(): void {
    for (const array of [this.#head, this.#rowStart, this.#rowLine, this.#cells]) array.giveBack();
    if (this.#room > 0) this.memory.giveBack(this.#text, this.#room);
    this.#room = 0;
    this.#growths = -1;
    [this.textLength, this.rowCount] = [0, 0];
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

  /** Whether every row has so many cells. */
  hasWidth(cells: number): boolean {
    if (this.width !== -1) return this.width === cells || this.rowCount === 0;
    const { rowStart, rowCount } = this;
    for (let row = 0; row < rowCount; row += 1) if (rowStart[row + 1]! - rowStart[row]! !== cells) return false;
    return true;
  }

  /** A cell as text, a guarded formula as the text it was. */
  cellText(cell: number): string {
    return unguardFormula(this.#rawText(cell));
  }

  /** The cells of a row as text. */
  rowTexts(row: number): string[] {
    const { rowStart } = this;
    const texts: string[] = [];
    for (let cell = rowStart[row]!; cell < rowStart[row + 1]!; cell += 1) texts.push(this.cellText(cell));
    return texts;
  }

  #rawText(cell: number): string {
    const text = this.textBetween(this.startOf(cell), this.endOf(cell));
    if (this.#cells.view[2 * cell + 2]! >= 0) return text;
    const quote = String.fromCharCode(this.marks.quote);
    return text.replaceAll(quote + quote, quote);
  }

  /** Bytes of the text as they stand there. */
  textBetween(start: number, end: number): string {
    return start === end ? "" : this.bytes.toString(this.isAscii ? "latin1" : "utf8", start, end);
  }

  #moveText(room: number): void {
    const to = this.memory.take(room);
    this.memory.bytes.copyWithin(to, this.#text, this.#text + this.textLength);
    if (this.#room > 0) this.memory.giveBack(this.#text, this.#room);
    [this.#text, this.#room] = [to, room];
    this.#growths = -1;
  }
}
