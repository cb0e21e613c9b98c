import type { RowValues } from "../row-cells.ts";
import type { CellBlock } from "./cell-block.ts";
import { GrowingColumn } from "./growing-column.ts";
import { RowMaker } from "./row-maker.ts";
import type { StoredColumn } from "./stored-column.ts";

/** A property of rows, or a column of the user's own, and its cells. */
export interface NamedColumn {
  readonly name: string;
  readonly cells: StoredColumn;
}

/**
 * The rows of a table without a fault, column by column in the order of the file. Rows as objects are made where someone asks for
 * them.
 */
export class TableColumns {
  #fields: readonly NamedColumn[];
  readonly #own: readonly NamedColumn[];
  #maker: RowMaker;
  readonly #lines = new GrowingColumn<Int32Array>(new Int32Array(0));
  /** How many rows there are. */
  count = 0;

  /** @param own the columns of the user's own */
  constructor(fields: readonly NamedColumn[], own: readonly NamedColumn[]) {
    this.#fields = fields;
    this.#own = own;
    this.#maker = makerOf(fields);
  }

  /** Adds a column that the file does not have, with a cell for each row. */
  add(column: NamedColumn): void {
    this.#fields = [column, ...this.#fields];
    this.#maker = makerOf(this.#fields);
  }

  /** The column of a property by its name in the model; undefined where the file has none. */
  column(name: string): StoredColumn | undefined {
    return this.#fields.find((field) => field.name === name)?.cells;
  }

  /** Whether all rows of a block, each of which has every column, can be taken as they are. */
  areSound({ rowCount }: CellBlock): boolean {
    return [...this.#fields, ...this.#own].every(({ cells }) => cells.isSound(rowCount));
  }

  /** Makes room for so many rows. */
  reserve(rowCount: number): void {
    for (const { cells } of this.#fields) cells.reserve(rowCount);
    for (const { cells } of this.#own) cells.reserve(rowCount);
    this.#lines.reserve(rowCount);
  }

  /** Takes all rows of a block. */
  take(block: CellBlock): void {
    for (const { cells } of this.#fields) cells.take(block);
    for (const { cells } of this.#own) cells.take(block);
    this.#lines.append(block.rowLine, block.rowCount);
    this.count += block.rowCount;
  }

  /** The line of the file that a row starts on. */
  lineAt(row: number): number {
    return this.#lines.at(row);
  }

  /** Rows as objects, in the order in which they are asked for. */
  rowsAt(places: Int32Array): RowValues[] {
    const fields = this.#fields;
    const columns: unknown[][] = fields.map(() => []);
    const values: unknown[] = [];
    const rows: RowValues[] = [];
    for (let from = 0; from < places.length; from += rowsAtATime) {
      const some = places.subarray(from, from + rowsAtATime);
      fields.forEach(({ cells }, at) => cells.fetch(columns[at]!, some));
      for (let row = 0; row < some.length; row += 1) {
        for (let at = 0; at < columns.length; at += 1) values[at] = columns[at]![row];
        values[fields.length] = ownValuesAt(this.#own, some[row]!);
        rows.push(this.#maker.make(values));
      }
    }
    return rows;
  }
}

/** Fewer, and a turn of each column costs more than it fetches; more, and what was fetched is far away again. */
const rowsAtATime = 16_384;

function makerOf(fields: readonly NamedColumn[]): RowMaker {
  return new RowMaker([...fields.map(({ name }) => name), "extra"]);
}

/** The values of a row in the columns of the user's own; undefined where it has none. */
export function ownValuesAt(
  own: readonly { readonly name: string; readonly cells: { valueAt(row: number): unknown } }[],
  row: number,
): Record<string, string> | undefined {
  let values: Record<string, string> | undefined;
  for (const { name, cells } of own) {
    const value = cells.valueAt(row);
    if (typeof value === "string") (values ??= {})[name] = value;
  }
  return values;
}
