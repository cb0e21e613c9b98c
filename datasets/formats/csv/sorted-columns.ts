import { oneValue, type StatedColumn, type StatedTable, type Table, tableAttributes } from "../../../analyzer/index.ts";
import { derivedId, endsOf } from "../derive-ids.ts";
import type { RowValues } from "../row-cells.ts";
import { CsvMemory } from "./csv-memory.ts";
import { IdTexts } from "./id-texts.ts";
import { type StoredColumn, StoredIds, StoredNumbers, StoredTexts, StoredValues } from "./stored-column.ts";
import type { TableColumns } from "./table-columns.ts";

/** The columns of a table, and its rows in canonical order: by id. */
export class SortedColumns {
  readonly columns: TableColumns;
  /** [row in canonical order] the row of the columns. */
  readonly order: Int32Array;

  /** Ids of the rows of the columns. */
  readonly #ids: IdTexts;

  private constructor(columns: TableColumns, ids: IdTexts) {
    this.columns = columns;
    this.order = ids.order();
    this.#ids = ids;
  }

  /**
   * Puts the rows of columns in order, with ids made for them where none has one; null where only some have one, or two would get
   * the same.
   */
  static of(table: Table, columns: TableColumns): SortedColumns | null {
    const ids = columns.column("id");
    if (ids === undefined) return table === "assets" ? null : SortedColumns.#withDerivedIds(table, columns);
    const texts = textsOf(ids);
    return texts === null || texts.lengths.has(0) ? null : new SortedColumns(columns, texts);
  }

  static #withDerivedIds(table: Exclude<Table, "assets">, columns: TableColumns): SortedColumns | null {
    const [from, to] = endsOf[table].map((name) => columns.column(name));
    const texts = new IdTexts(new CsvMemory());
    for (let row = 0; row < columns.count; row += 1)
      texts.push(derivedId(table, String(from?.valueAt(row)), String(to?.valueAt(row))));
    const sorted = new SortedColumns(columns, texts);
    if (!texts.areDifferent(sorted.order)) return null;
    columns.add({ name: "id", cells: new StoredTexts(-1, texts) });
    return sorted;
  }

  /** The rows as objects. */
  rows(): RowValues[] {
    return this.columns.rowsAt(this.order);
  }

  /** A column of numbers; NaN in every row where there is none. */
  numbers(name: string): Float64Array {
    const { order } = this;
    const numbers = new Float64Array(order.length);
    const column = this.columns.column(name);
    if (!(column instanceof StoredNumbers)) return numbers.fill(Number.NaN);
    const stored = column.numbers;
    const same = oneValue(stored);
    if (same !== undefined) return numbers.fill(same);
    for (let at = 0; at < order.length; at += 1) numbers[at] = stored[order[at]!]!;
    return numbers;
  }

  /** A column of numbers of ids or values. */
  codes({ codes }: StoredIds | StoredValues): Int32Array {
    const { order } = this;
    const sorted = new Int32Array(order.length);
    for (let at = 0; at < order.length; at += 1) sorted[at] = codes[order[at]!]!;
    return sorted;
  }

  /**
   * What the rows state.
   *
   * @param isAsset [number of an id] 1 where it is that of an asset
   */
  stated(table: Table, isAsset: Uint8Array): StatedTable {
    const stated = tableAttributes[table].flatMap(({ name }): [string, StatedColumn][] => {
      const column = this.columns.column(name);
      return column === undefined ? [] : [[name, this.#statedColumn(column, isAsset)]];
    });
    return {
      rowCount: this.order.length,
      columns: new Map(stated),
      idsAreDifferent: this.#ids.areDifferent(this.order),
      idLengths: this.#ids.lengths,
      idAt: (row) => this.#ids.textAt(this.order[row]!),
      joinsItself: this.#joinsItself(),
    };
  }

  #statedColumn(column: StoredColumn, isAsset: Uint8Array): StatedColumn {
    if (column instanceof StoredNumbers) return { numbers: column.numbers };
    if (column instanceof StoredValues) return { values: column.values, ...this.#unstated(column.codes) };
    const complete = { unstated: 0, firstUnstated: -1 };
    const texts = textsOf(column);
    if (texts !== null) return { values: texts.arePlain ? [] : this.#allOf(column), ...complete };
    if (column instanceof StoredIds) return { values: namedIds(column, isAsset), ...complete };
    throw new TypeError("a column of another kind");
  }

  #unstated(codes: Int32Array) {
    if (!codes.includes(-1)) return { unstated: 0, firstUnstated: -1 };
    let unstated = 0;
    for (let row = 0; row < codes.length; row += 1) if (codes[row]! < 0) unstated += 1;
    return { unstated, firstUnstated: this.order.findIndex((row) => codes[row]! < 0) };
  }

  *#allOf(column: StoredColumn): Generator {
    for (let row = 0; row < this.order.length; row += 1) yield column.valueAt(row);
  }

  #joinsItself(): boolean {
    for (const [from, to] of Object.values(endsOf)) {
      const [one, other] = [this.columns.column(from), this.columns.column(to)];
      if (!(one instanceof StoredIds) || !(other instanceof StoredIds)) continue;
      const others = other.codes;
      if (one.codes.some((code, row) => code === others[row])) return true;
    }
    return false;
  }
}

function textsOf(ids: StoredColumn): IdTexts | null {
  if (ids instanceof StoredTexts) return ids.texts;
  return ids instanceof StoredIds ? (ids.own?.texts ?? null) : null;
}

/** The ids in a column, each once, but those of assets. */
function* namedIds({ codes, ids }: StoredIds, isAsset: Uint8Array): Generator<string> {
  const isSeen = isAsset.slice();
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (isSeen[code] === 1) continue;
    isSeen[code] = 1;
    yield ids.textAt(code);
  }
}
