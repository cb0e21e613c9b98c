import type { ByteDictionary } from "./byte-dictionary.ts";
import type { CellBlock } from "./cell-block.ts";
import type { IdColumn, NumberColumn, TextColumn } from "./cell-column.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { IdTexts } from "./id-texts.ts";

/** A column of a table as far as it was read, block by block. */
export interface StoredColumn {
  /** Whether it takes what the block's cells were read as, and not the bytes themselves. */
  readonly isOfCells: boolean;
  /** Whether every cell of the block that was read last can be taken: it can be read, and is not empty where it must not be. */
  isSound(rowCount: number): boolean;
  /** Makes room for so many rows. */
  reserve(rowCount: number): void;
  /** Takes the cells of that block. */
  take(block: CellBlock): void;
  /** What the cell of a row means; undefined where it is empty. */
  valueAt(row: number): unknown;
  /**
   * The same of many rows at a time, one after the other into `values`: rows that are asked for in an order of their own lie
   * far apart, and a column at a time is fetched several times as fast.
   */
  fetch(values: unknown[], rows: Int32Array): void;
}

export class StoredNumbers implements StoredColumn {
  readonly isOfCells = true;
  readonly #cells: NumberColumn;
  readonly #numbers = new GrowingColumn<Float64Array>(new Float64Array(0));

  constructor(cells: NumberColumn) {
    this.#cells = cells;
  }

  /** [row] NaN where the cell is empty. */
  get numbers(): Float64Array {
    return this.#numbers.values;
  }

  isSound(): boolean {
    return !this.#cells.hasFaults;
  }

  reserve(rowCount: number): void {
    this.#numbers.reserve(rowCount);
  }

  take({ rowCount }: CellBlock): void {
    this.#numbers.append(this.#cells.numbers, rowCount);
  }

  valueAt(row: number): number | undefined {
    const number = this.#numbers.at(row);
    return number === number ? number : undefined;
  }

  fetch(values: unknown[], rows: Int32Array): void {
    const { numbers } = this;
    for (let at = 0; at < rows.length; at += 1) {
      const number = numbers[rows[at]!]!;
      values[at] = number === number ? number : undefined;
    }
  }
}

/** Values that come again, numbered. */
export class StoredValues implements StoredColumn {
  readonly isOfCells = true;
  readonly #cells: TextColumn;
  readonly #isRequired: boolean;
  readonly #codes = new GrowingColumn<Int32Array>(new Int32Array(0));

  constructor(cells: TextColumn, isRequired: boolean) {
    this.#cells = cells;
    this.#isRequired = isRequired;
  }

  /** [row] number of the value, -1 where the cell is empty. */
  get codes(): Int32Array {
    return this.#codes.values;
  }

  /** [number] every value that a cell has; the same value may have several numbers. */
  get values(): readonly unknown[] {
    return this.#cells.values;
  }

  isSound(rowCount: number): boolean {
    return !this.#cells.hasFaults && !(this.#isRequired && this.#cells.codes.subarray(0, rowCount).includes(-1));
  }

  reserve(rowCount: number): void {
    this.#codes.reserve(rowCount);
  }

  take({ rowCount }: CellBlock): void {
    this.#codes.append(this.#cells.codes, rowCount);
  }

  valueAt(row: number): unknown {
    const code = this.#codes.at(row);
    return code < 0 ? undefined : this.values[code];
  }

  fetch(values: unknown[], rows: Int32Array): void {
    const { codes, values: known } = this;
    for (let at = 0; at < rows.length; at += 1) {
      const code = codes[rows[at]!]!;
      values[at] = code < 0 ? undefined : known[code];
    }
  }
}

/** Where so many rows are asked for at a time, all are. */
const manyRows = 1000;

/** Ids of assets, numbered in a dictionary that other columns share; every row has one. */
export class StoredIds implements StoredColumn {
  readonly isOfCells = true;
  readonly ids: ByteDictionary;
  /** Their texts, where they are the ids of the rows themselves. */
  readonly own: StoredTexts | null;
  readonly #cells: IdColumn;
  readonly #codes = new GrowingColumn<Int32Array>(new Int32Array(0));

  constructor(cells: IdColumn, ids: ByteDictionary, own: StoredTexts | null) {
    this.#cells = cells;
    this.ids = ids;
    this.own = own;
  }

  /** [row] number of the id. */
  get codes(): Int32Array {
    return this.#codes.values;
  }

  isSound(rowCount: number): boolean {
    return !this.#cells.codes.subarray(0, rowCount).includes(-1);
  }

  reserve(rowCount: number): void {
    this.#codes.reserve(rowCount);
  }

  take(block: CellBlock): void {
    this.#codes.append(this.#cells.codes, block.rowCount);
    this.own?.take(block);
  }

  valueAt(row: number): string {
    return this.ids.textAt(this.#codes.at(row));
  }

  fetch(values: unknown[], rows: Int32Array): void {
    const { codes, ids } = this;
    if (rows.length > manyRows) ids.makeTexts();
    for (let at = 0; at < rows.length; at += 1) values[at] = ids.textAt(codes[rows[at]!]!);
  }
}

/** Ids of the rows themselves, most of them different. */
export class StoredTexts implements StoredColumn {
  readonly isOfCells = false;
  readonly texts: IdTexts;
  readonly #column: number;

  /** @param texts what it starts with */
  constructor(column: number, texts: IdTexts) {
    this.#column = column;
    this.texts = texts;
  }

  isSound(): boolean {
    return true;
  }

  reserve(): void {
    // Bytes of texts lie in rooms of their own.
  }

  take(block: CellBlock): void {
    this.texts.append(block, this.#column);
  }

  valueAt(row: number): string | undefined {
    const text = this.texts.textAt(row);
    return text === "" ? undefined : text;
  }

  fetch(values: unknown[], rows: Int32Array): void {
    for (let at = 0; at < rows.length; at += 1) values[at] = this.valueAt(rows[at]!);
  }
}
