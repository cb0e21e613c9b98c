import { ByteDictionary } from "./byte-dictionary.ts";
import type { CellBlock } from "./cell-block.ts";
import type { CsvMemory } from "./csv-memory.ts";
import { LinearArray } from "./linear-array.ts";
import { readNumbers } from "./read-numbers.ts";
import { CellFault } from "../cell.ts";

/** One column of a CSV file on its way to what its cells mean, block by block. */
export interface CellColumn {
  /** Reads the column of a block, each row of which must have it. */
  read(block: CellBlock): void;
  /** What the cell of a row of that block means: undefined where it is empty, a fault where it cannot be read. */
  valueAt(row: number): unknown;
}

/** What a text means. */
export type ReadText = (text: string) => unknown;

/** Numbers, from the bytes themselves where they are plain. */
export class NumberColumn implements CellColumn {
  readonly #numbers: LinearArray<Float64Array>;
  readonly #column: number;
  readonly #readText: ReadText;
  readonly #factor: number;
  readonly #faults = new Map<number, CellFault>();

  /** @param factor what numbers are multiplied by */
  constructor(column: number, readText: ReadText, memory: CsvMemory, factor = 1) {
    this.#column = column;
    this.#readText = readText;
    this.#factor = factor;
    this.#numbers = new LinearArray(memory, Float64Array);
  }

  /** [row] NaN where there is none. Not to be kept. */
  get numbers(): Float64Array {
    return this.#numbers.view;
  }

  read(block: CellBlock): void {
    const { rowCount } = block;
    this.#faults.clear();
    readNumbers(block, this.#column, this.#numbers, (row, cell) => this.#ask(row, block.cellText(cell)));
    const [factor, { numbers }] = [this.#factor, this];
    if (factor !== 1) for (let row = 0; row < rowCount; row += 1) numbers[row]! *= factor;
  }

  /** Whether a cell of the block cannot be read. */
  get hasFaults(): boolean {
    return this.#faults.size > 0;
  }

  valueAt(row: number): unknown {
    const number = this.numbers[row]!;
    if (number === number) return number;
    return this.#faults.size === 0 ? undefined : this.#faults.get(row);
  }

  #ask(row: number, text: string): number {
    const value = this.#readText(text);
    if (typeof value === "number") return value;
    if (value instanceof CellFault) this.#faults.set(row, value);
    return Number.NaN;
  }
}

/** Rows after which a column is judged, and the share of different texts above which it is not worth to look for them. */
const [rowsToJudge, mostDifferent] = [1024, 0.5];

/**
 * Cells whose texts come again: each text is read once. Where most are different, each cell is read for itself and numbered as if
 * it were new.
 */
export class TextColumn implements CellColumn {
  /** [number] what the text means, a fault where it cannot be read. */
  readonly values: unknown[] = [];
  /** Whether a cell, of this block or of one before, cannot be read or holds nothing but spaces. */
  hasFaults = false;
  readonly #codes: LinearArray<Int32Array>;
  readonly #column: number;
  readonly #readText: ReadText;
  readonly #dictionary: ByteDictionary;
  #rows = 0;
  #areDifferent = false;

  constructor(column: number, readText: ReadText, memory: CsvMemory) {
    this.#column = column;
    this.#readText = readText;
    this.#codes = new LinearArray(memory, Int32Array);
    this.#dictionary = new ByteDictionary(memory);
  }

  /** [row] number of the text, -1 where it is empty. Not to be kept. */
  get codes(): Int32Array {
    return this.#codes.view;
  }

  read(block: CellBlock): void {
    const { rowCount } = block;
    if (this.#areDifferent) {
      this.#readEach(block);
      return;
    }
    const known = this.#dictionary.count;
    this.#dictionary.codesOf(block, this.#column, this.#codes);
    this.#rows += rowCount;
    if (this.#dictionary.count > known) this.#takeValues(block);
    this.#areDifferent = this.#rows >= rowsToJudge && this.#dictionary.count > mostDifferent * this.#rows;
  }

  valueAt(row: number): unknown {
    const code = this.codes[row]!;
    return code < 0 ? undefined : this.values[code];
  }

  #takeValues(block: CellBlock): void {
    const { codes } = this;
    for (let row = 0; row < block.rowCount; row += 1) {
      if (codes[row] === this.values.length) this.#takeValue(block, row);
    }
  }

  #readEach(block: CellBlock): void {
    this.#codes.makeRoom(block.rowCount);
    const { codes } = this;
    for (let row = 0; row < block.rowCount; row += 1) {
      const cell = block.rowStart[row]! + this.#column;
      const isEmpty = block.startOf(cell) === block.endOf(cell);
      codes[row] = isEmpty ? -1 : this.values.length;
      if (!isEmpty) this.#takeValue(block, row);
    }
  }

  #takeValue(block: CellBlock, row: number): void {
    const value = this.#readText(block.cellText(block.rowStart[row]! + this.#column));
    this.hasFaults ||= value === undefined || value instanceof CellFault;
    this.values.push(value);
  }
}

/** Ids of assets, numbered in a dictionary that other columns share. */
export class IdColumn implements CellColumn {
  readonly #codes: LinearArray<Int32Array>;
  readonly #column: number;
  readonly #ids: ByteDictionary;

  constructor(column: number, ids: ByteDictionary) {
    this.#column = column;
    this.#ids = ids;
    this.#codes = new LinearArray(ids.memory, Int32Array);
  }

  /** [row] number of the id, -1 where there is none. Not to be kept. */
  get codes(): Int32Array {
    return this.#codes.view;
  }

  read(block: CellBlock): void {
    this.#ids.codesOf(block, this.#column, this.#codes, (cell) => block.cellText(cell).trim());
  }

  valueAt(row: number): string | undefined {
    const code = this.codes[row]!;
    return code < 0 ? undefined : this.#ids.textAt(code);
  }
}
