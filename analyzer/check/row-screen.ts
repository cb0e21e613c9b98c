import { type Attribute, ownColumnPrefix, type Table, tableAttributes } from "../model/attributes.ts";
import type { Dataset } from "../model/dataset.ts";
import { networkCommodity } from "../model/dependency.ts";
import type { DependencyColumns } from "../model/dependency-columns.ts";
import type { StatedColumn, StatedTable } from "./stated-table.ts";
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
  readonly rowCount: number;
  readonly idAt: (row: number) => string;
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
 * its values are judged by the same functions, and only those that come again are not judged again. Linear in the values; where
 * it is known what a table states, and all of it is sound, no row is looked at.
 */
export function screenRows(
  dataset: Dataset,
  words: Words,
  ends: Pick<DependencyColumns, "provider" | "dependent">,
  stated: (table: Table) => StatedTable | null,
): RowScreen {
  const assets = screenStated("assets", words, stated("assets"));
  return {
    assets: assets ?? screenTable("assets", dataset.assets, words),
    // What is a sound id of an asset is one where it is named as well.
    dependencies:
      (assets === null ? null : screenStated("dependencies", words, stated("dependencies"))) ??
      screenTable("dependencies", dataset.dependencies, words, plainEnds(dataset, ends)),
    connections:
      (assets === null ? null : screenStated("connections", words, stated("connections"))) ??
      screenTable("connections", dataset.connections, words),
  };
}

function plainEnds(
  { assets }: Dataset,
  { provider, dependent }: Parameters<typeof screenRows>[2],
): (row: number) => boolean {
  const isPlain = Uint8Array.from(assets, ({ id }) => (typeof id === "string" && isPlainId(id) ? 1 : 0));
  return (row) => isPlain[provider[row]!] === 1 && isPlain[dependent[row]!] === 1;
}

/** The screen of a table all of whose values are sound; null where one may not be, or nothing is known. */
function screenStated(table: Table, words: Words, stated: StatedTable | null): TableScreen | null {
  if (stated === null || stated.joinsItself) return null;
  const { rowCount, columns, idsAreDifferent, idLengths, idAt } = stated;
  for (const attribute of tableAttributes[table]) {
    const column = columns.get(attribute.name);
    if (column === undefined ? attribute.required : !isSound(new ColumnScreen(table, attribute, words), column))
      return null;
  }
  const source = columns.get("source");
  const isSourced = source !== undefined && "values" in source;
  return {
    suspects: [],
    isAscending: idsAreDifferent,
    idLengths,
    rowCount,
    idAt,
    withoutSource: isSourced ? source.unstated : rowCount,
    firstWithoutSource: isSourced ? source.firstUnstated : rowCount === 0 ? -1 : 0,
  };
}

function isSound(screen: ColumnScreen, column: StatedColumn): boolean {
  if ("numbers" in column) return screen.areSound(column.numbers);
  if (screen.isRequired && column.unstated > 0) return false;
  for (const value of column.values) if (!screen.isSound(value)) return false;
  return true;
}

function screenTable(
  table: Table,
  rows: readonly Row[],
  words: Words,
  endsArePlain: (row: number) => boolean = () => false,
): TableScreen {
  const columns = new ColumnScreens(table, words);
  const suspects: number[] = [];
  let isAscending = true;
  let withoutSource = 0;
  let firstWithoutSource = -1;
  const idLengths = new Set<number>();
  let lastLength = -1;
  let last: string | null = null;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (joinsItself(table, row) || !columns.areSound(row as unknown as Values, endsArePlain(index)))
      suspects.push(index);
    if (last !== null && !(last < row.id)) isAscending = false;
    last = row.id;
    if (last.length !== lastLength) idLengths.add((lastLength = last.length));
    if (row.source !== undefined) continue;
    if (withoutSource === 0) firstWithoutSource = index;
    withoutSource += 1;
  }
  const idAt = (row: number): string => rows[row]!.id;
  return { suspects, isAscending, idLengths, rowCount: rows.length, idAt, withoutSource, firstWithoutSource };
}

function joinsItself(table: Table, row: Row): boolean {
  if (table === "dependencies" && "provider" in row) return row.provider === row.dependent;
  return table === "connections" && "a" in row && row.a === row.b;
}

type Values = Readonly<Record<string, unknown>>;

/** What is asked of the values of a row. */
class ColumnScreens {
  readonly #byName: ReadonlyMap<string, ColumnScreen>;
  readonly #required: number;
  /** The columns in the order in which the row before had them: most rows have the same. */
  readonly #inOrder: (ColumnScreen | null)[] = [];
  readonly #names: string[] = [];

  constructor(table: Table, words: Words) {
    const attributes = tableAttributes[table];
    this.#byName = new Map(attributes.map((each) => [each.name, new ColumnScreen(table, each, words)]));
    this.#required = attributes.filter(({ required }) => required).length;
  }

  areSound(values: Values, endsArePlain: boolean): boolean {
    let at = 0;
    let required = 0;
    // A row has no properties but its own, and going through them is quicker than asking for each one that there may be.
    // oxlint-disable-next-line guard-for-in
    for (const name in values) {
      if (this.#names[at] !== name) {
        this.#names[at] = name;
        this.#inOrder[at] = this.#byName.get(name) ?? null;
      }
      const column = this.#inOrder[at]!;
      at += 1;
      if (column === null) continue;
      if (!(endsArePlain && column.isEnd) && !column.isSound(values[name])) return false;
      if (column.isRequired) required += 1;
    }
    return required === this.#required;
  }
}

/** What is asked of the values of one column. */
class ColumnScreen {
  readonly isRequired: boolean;
  /** Whether it names an asset that gives or needs. */
  readonly isEnd: boolean;
  readonly #attribute: Attribute;
  readonly #isFine: (value: unknown) => boolean;
  readonly #isNumber: boolean;
  readonly #isId: boolean;
  readonly #least: number;
  readonly #most: number;
  #last: unknown = undefined;
  readonly #remembered = new Set<unknown>();
  #hits = 0;
  #misses = 0;
  #areDifferent = false;

  constructor(table: Table, attribute: Attribute, words: Words) {
    this.isRequired = attribute.required === true;
    this.isEnd = table === "dependencies" && (attribute.name === "provider" || attribute.name === "dependent");
    this.#attribute = attribute;
    this.#isFine = furtherQuestion(table, attribute, words);
    this.#isNumber = attribute.type === "number";
    this.#isId = attribute.type === "id";
    this.#least = attribute.min ?? -Number.MAX_VALUE;
    this.#most = attribute.max ?? Number.MAX_VALUE;
  }

  /** Whether all numbers are sound; NaN stands for one that is not stated. */
  areSound(numbers: Float64Array): boolean {
    let [least, most] = [Infinity, -Infinity];
    let stated = 0;
    for (let row = 0; row < numbers.length; row += 1) {
      const number = numbers[row]!;
      if (number !== number) continue;
      stated += 1;
      if (number < least) least = number;
      if (number > most) most = number;
    }
    if (stated < numbers.length && this.isRequired) return false;
    // Sound numbers are a range.
    return stated === 0 || (this.isSound(least) && this.isSound(most));
  }

  isSound(value: unknown): boolean {
    if (value === undefined) return !this.isRequired;
    if (this.#isNumber) {
      if (typeof value === "number" && value > this.#least && value <= this.#most) return true;
      return valueFault(this.#attribute, value) === null;
    }
    if (this.#isId) {
      if (typeof value === "string" && isPlainId(value)) return true;
    } else if (value === this.#last || this.#isRemembered(value)) return true;
    if (valueFault(this.#attribute, value) !== null || !this.#isFine(value)) return false;
    this.#last = value;
    if (!this.#isId && this.#remembered.size < mostRemembered) this.#remembered.add(value);
    return true;
  }

  #isRemembered(value: unknown): boolean {
    if (this.#areDifferent || !this.#remembered.has(value)) {
      this.#misses += 1;
      // Names, which hardly ever come again, are not looked for any more.
      this.#areDifferent ||= this.#misses > 2 * mostRemembered && this.#misses > this.#hits;
      return false;
    }
    this.#hits += 1;
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
