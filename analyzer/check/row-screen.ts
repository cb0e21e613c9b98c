import { type Attribute, ownColumnPrefix, type Table, tableAttributes, tables } from "../model/attributes.ts";
import type { Dataset } from "../model/dataset.ts";
import { networkCommodity } from "../model/dependency.ts";
import { valueFault } from "./value-fault.ts";
import type { Words } from "./words.ts";

/** What one look at every row found. */
export interface TableScreen {
  /** Positions of the rows that a question about rows by themselves may have something to say about, ascending. */
  readonly suspects: readonly number[];
  /** Whether each id comes after the one before it, so that no two are the same. */
  readonly isAscending: boolean;
  /** How long the ids are, in characters. */
  readonly idLengths: ReadonlySet<number>;
  /** Rows that state no source: how many, and the first of them, -1 where there is none. */
  readonly withoutSource: number;
  readonly firstWithoutSource: number;
}

export type RowScreen = Readonly<Record<Table, TableScreen>>;

type Row = Dataset[Table][number];

/** The most values of one column that are remembered as sound. */
const mostRemembered = 4096;

/**
 * Looks at every value of every row once, so that the questions about rows look at few. A row that is no suspect has no issue:
 * its values are judged by the same functions, and only those that come again are not judged again. Linear in the values.
 */
export function screenRows(dataset: Dataset, words: Words): RowScreen {
  const [assets, dependencies, connections] = tables.map((table) => screenTable(table, dataset[table], words));
  return { assets: assets!, dependencies: dependencies!, connections: connections! };
}

function screenTable(table: Table, rows: readonly Row[], words: Words): TableScreen {
  const columns = tableAttributes[table].map((attribute) => new ColumnScreen(table, attribute, words));
  const suspects: number[] = [];
  let isAscending = true;
  let withoutSource = 0;
  let firstWithoutSource = -1;
  const idLengths = new Set<number>();
  let lastLength = -1;
  let last: string | null = null;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const values = row as unknown as Readonly<Record<string, unknown>>;
    let isSound = !joinsItself(table, row);
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at]!;
      if (!column.isSound(values[column.name])) isSound = false;
    }
    if (!isSound) suspects.push(index);
    if (last !== null && !(last < row.id)) isAscending = false;
    last = row.id;
    if (last.length !== lastLength) idLengths.add((lastLength = last.length));
    if (row.source !== undefined) continue;
    if (withoutSource === 0) firstWithoutSource = index;
    withoutSource += 1;
  }
  return { suspects, isAscending, idLengths, withoutSource, firstWithoutSource };
}

function joinsItself(table: Table, row: Row): boolean {
  if (table === "dependencies" && "provider" in row) return row.provider === row.dependent;
  return table === "connections" && "a" in row && row.a === row.b;
}

/** What is asked of the values of one column. */
class ColumnScreen {
  readonly name: string;
  readonly #attribute: Attribute;
  readonly #isFine: (value: unknown) => boolean;
  readonly #isNumber: boolean;
  readonly #isId: boolean;
  readonly #least: number;
  readonly #most: number;
  #last: unknown = undefined;
  readonly #remembered = new Set<unknown>();

  constructor(table: Table, attribute: Attribute, words: Words) {
    this.name = attribute.name;
    this.#attribute = attribute;
    this.#isFine = furtherQuestion(table, attribute, words);
    this.#isNumber = attribute.type === "number";
    this.#isId = attribute.type === "id";
    this.#least = attribute.min ?? -Number.MAX_VALUE;
    this.#most = attribute.max ?? Number.MAX_VALUE;
  }

  isSound(value: unknown): boolean {
    if (value === undefined) return this.#attribute.required !== true;
    if (this.#isNumber) {
      if (typeof value === "number" && value > this.#least && value <= this.#most) return true;
      return valueFault(this.#attribute, value) === null;
    }
    if (this.#isId) {
      if (typeof value === "string" && isPlainId(value)) return true;
    } else if (value === this.#last || this.#remembered.has(value)) return true;
    if (valueFault(this.#attribute, value) !== null || !this.#isFine(value)) return false;
    this.#last = value;
    if (!this.#isId && this.#remembered.size < mostRemembered) this.#remembered.add(value);
    return true;
  }
}

/** What the questions ask of a value besides the attribute table: its words, its columns, its name. */
function furtherQuestion(
  table: Table,
  { name, type, vocabulary }: Attribute,
  words: Words,
): (value: unknown) => boolean {
  if (vocabulary !== undefined) {
    const known = words[vocabulary];
    return (value) =>
      Array.isArray(value)
        ? value.every(({ commodity }: { readonly commodity: string }) => known.has(commodity))
        : typeof value === "string" && known.has(value);
  }
  if (type === "columns") {
    const columns = new Set(tableAttributes[table].map(({ column }) => column));
    return (value) =>
      Array.isArray(value) &&
      value.every((column: string) => columns.has(column) || column.startsWith(ownColumnPrefix));
  }
  if (name === "group") return (value) => typeof value === "string" && !value.startsWith("@");
  if (name === "provider") {
    return (value) => {
      const commodity = typeof value === "string" ? networkCommodity(value) : null;
      return commodity === null || words.commodities.has(commodity);
    };
  }
  return () => true;
}

/** Visible ASCII without spaces, not beginning as a network, and not long: an id whatever it is for. */
function isPlainId(id: string): boolean {
  const { length } = id;
  if (length === 0 || length > 100 || id.charCodeAt(0) === 0x40) return false;
  for (let at = 0; at < length; at += 1) {
    const character = id.charCodeAt(at);
    if (character <= 0x20 || character >= 0x7f) return false;
  }
  return true;
}
