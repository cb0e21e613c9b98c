import { tableAttributes } from "../../../analyzer/index.ts";
import { CellFault } from "../cell.ts";
import { parseCell } from "../parse-cell.ts";
import type { FileColumn, TableCollector } from "../table-collector.ts";
import type { ByteDictionary } from "./byte-dictionary.ts";
import type { CellBlock } from "./cell-block.ts";
import { type CellColumn, IdColumn, NumberColumn, TextColumn } from "./cell-column.ts";
import type { CsvMemory } from "./csv-memory.ts";
import { IdTexts } from "./id-texts.ts";
import { mostFields, RowMaker } from "./row-maker.ts";
import { StoredIds, StoredNumbers, StoredTexts, StoredValues, type StoredColumn } from "./stored-column.ts";
import { ownValuesAt, TableColumns } from "./table-columns.ts";

/** A property of the rows, and the column that gives it. */
interface Field {
  readonly name: string;
  readonly cells: CellColumn;
  readonly stored: StoredColumn;
  readonly isRequired: boolean;
}

/**
 * Reads the rows of a CSV table column by column, block by block, as long as nothing is the matter with them: a row that is
 * not whole, or holds a cell that cannot be read, goes to the collector as text, which says what the matter is.
 */
export class BlockReader {
  readonly #collector: TableCollector;
  readonly #columns: readonly FileColumn[];
  readonly #longestCell: number;
  readonly #fields: readonly Field[];
  /** The columns of the user's own, by their names. */
  readonly #own: readonly Field[];
  readonly #values: unknown[];
  readonly #maker: RowMaker | null;
  #block: CellBlock | null = null;
  #isRegular = false;

  constructor(collector: TableCollector, columns: readonly FileColumn[], ids: ByteDictionary, longestCell: number) {
    this.#collector = collector;
    this.#columns = columns;
    this.#longestCell = longestCell;
    this.#fields = fieldsOf(columns, ids);
    this.#own = ownFieldsOf(columns, ids.memory);
    this.#values = this.#fields.map(() => undefined);
    const names = this.#fields.map(({ name }) => name);
    const isWhole = tableAttributes[collector.table].every(({ name, required }) => !required || names.includes(name));
    const isPlain = isWhole && collector.fillings.constants.length === 0 && names.length < mostFields;
    this.#maker = isPlain ? new RowMaker([...names, "extra"]) : null;
    if (!isPlain) return;
    const named = ({ name, stored: cells }: Field) => ({ name, cells });
    collector.startColumns(new TableColumns(this.#fields.map(named), this.#own.map(named)));
  }

  /**
   * Takes a block. Returns whether all of its rows are in the columns of the collector already; otherwise they are to be added
   * one by one.
   */
  read(block: CellBlock): boolean {
    this.#block = block;
    this.#isRegular = this.#maker !== null && block.hasWidth(this.#columns.length);
    if (!this.#isRegular) return false;
    const all = [...this.#fields, ...this.#own];
    for (const { cells, stored } of all) if (stored.isOfCells) cells.read(block);
    if (!this.#hasLongRow(block) && this.#collector.takeBlock(block)) return true;
    for (const { cells, stored } of all) if (!stored.isOfCells) cells.read(block);
    return false;
  }

  #hasLongRow(block: CellBlock): boolean {
    for (let row = 0; row < block.rowCount; row += 1) if (this.#isLong(block, row)) return true;
    return false;
  }

  /** Whether a row has so many bytes that one of its cells may be longer than is read. */
  #isLong(block: CellBlock, row: number): boolean {
    const { rowStart } = block;
    return block.endOf(rowStart[row + 1]! - 1) - block.startOf(rowStart[row]!) > this.#longestCell;
  }

  /** Adds a row of the block to the collector. Throws ReadError over a cap. */
  add(row: number): void {
    const block = this.#block!;
    const line = block.rowLine[row]!;
    if (this.#maker !== null && this.#isRegular && this.#isSound(row)) {
      this.#values[this.#fields.length] = ownValuesAt(this.#own, row);
      this.#collector.take(line, this.#maker.make(this.#values));
    } else this.#collector.add(line, this.#columns, block.rowTexts(row));
  }

  /** Reads the values of a row; whether it may be made of them as they are. */
  #isSound(row: number): boolean {
    if (this.#isLong(this.#block!, row)) return false;
    for (let at = 0; at < this.#fields.length; at += 1) {
      const { cells, isRequired } = this.#fields[at]!;
      const value = cells.valueAt(row);
      if (value === undefined ? isRequired : typeof value === "object" && value instanceof CellFault) return false;
      this.#values[at] = value;
    }
    return true;
  }
}

function fieldsOf(columns: readonly FileColumn[], ids: ByteDictionary): Field[] {
  return columns.flatMap(({ fillings }, column) =>
    fillings.flatMap(({ attribute, factor }): Field[] => {
      if (attribute === null) return [];
      const read = (text: string): unknown => parseCell(attribute, text);
      const { name, type, required: isRequired = false } = attribute;
      if (type === "number") {
        const cells = new NumberColumn(column, read, ids.memory, factor);
        return [{ name, isRequired, cells, stored: new StoredNumbers(cells) }];
      }
      const own = name === "id" ? new StoredTexts(column, new IdTexts(ids.memory)) : null;
      if (type === "id" && isRequired) {
        const cells = new IdColumn(column, ids);
        return [{ name, isRequired, cells, stored: new StoredIds(cells, ids, own) }];
      }
      const cells = new TextColumn(column, read, ids.memory);
      return [{ name, isRequired, cells, stored: own ?? new StoredValues(cells, isRequired) }];
    }),
  );
}

function ownFieldsOf(columns: readonly FileColumn[], memory: CsvMemory): Field[] {
  const read = (text: string): unknown => (text === "" ? undefined : text);
  return columns.flatMap(({ fillings }, column) =>
    fillings
      .filter(({ attribute }) => attribute === null)
      .map(({ ours: name }) => {
        const cells = new TextColumn(column, read, memory);
        return { name, isRequired: false, cells, stored: new StoredValues(cells, false) };
      }),
  );
}
