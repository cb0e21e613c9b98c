import { ownColumnPrefix, type Table, tableAttributes } from "../../../analyzer/index.ts";
import { statesAt } from "../../states.ts";
import type { Cell } from "../cell.ts";
import { type Filling, type Fillings, fillingFrom, fillingsOf, type Mapping } from "../mapping.ts";
import type { TableReading } from "../read-csv-table.ts";
import { formatIssue } from "../read-error.ts";
import { ownColumnPattern } from "../row-cells.ts";
import { type FileColumn, TableCollector } from "../table-collector.ts";

/** What fills columns that a format has no word for. */
export interface ForeignDefaults {
  /** Source id of rows that state none. */
  readonly source: string;
}

/** Names of theirs that came up in a file, with what they fill. */
export interface ForeignColumns {
  readonly table: Table;
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly FileColumn[];
}

const longestOwnName = 60;

/**
 * Takes the rows of a format of others. A value goes to our column of its name, or to the one a mapping says; any other is
 * kept in an own column (`Fuel type` in `x_Fuel_type`), which is told once. An asset without States gets that of its place,
 * one without a name its id, and the cell that was made up is listed in `assumed`.
 */
export class ForeignRows {
  readonly #reading: TableReading;
  readonly #mapping: Mapping;
  readonly #defaults: ForeignDefaults;
  readonly #tables = new Map<string, ForeignTable>();

  constructor(reading: TableReading, mapping: Mapping, defaults: ForeignDefaults) {
    this.#reading = reading;
    this.#mapping = mapping;
    this.#defaults = defaults;
  }

  get collectors(): TableCollector[] {
    return [...this.#tables.values()].map(({ collector }) => collector);
  }

  get columns(): readonly ForeignColumns[] {
    return [...this.#tables.values()].map(({ collector: { table, file, count }, columns }) => {
      return { table, file, rows: count, columns: [...columns.values()] };
    });
  }

  /**
   * Adds a row of a table.
   *
   * @param file where it stands, as it is called in issues
   * @param row its row or line there, from 1
   * @param cells by their name or ours; lists and objects are kept as JSON where they fill an own column
   */
  add(table: Table, file: string, row: number, cells: Readonly<Record<string, unknown>>): Promise<void> | null {
    this.#table(table, file).add(row, cells);
    return this.#reading.step();
  }

  /** Tells which required columns nothing filled: once each, and not row by row. */
  finish(): void {
    for (const table of this.#tables.values()) table.finish();
  }

  #table(table: Table, file: string): ForeignTable {
    const key = `${table}\n${file}`;
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const fillings = fillingsOf(table, this.#mapping[table]);
    const made = new ForeignTable(table, file, fillings, this.#reading, this.#defaults);
    this.#tables.set(key, made);
    return made;
  }
}

class ForeignTable {
  readonly collector: TableCollector;
  readonly columns = new Map<string, FileColumn>();
  readonly #reading: TableReading;
  readonly #filled = new Set<string>();

  constructor(table: Table, file: string, mapped: Fillings, reading: TableReading, { source }: ForeignDefaults) {
    this.#reading = reading;
    const isStated = mapped.constants.some(({ filling }) => filling.ours === "source");
    const usual = isStated ? [] : [{ filling: fillingFrom(table, "source", "source"), cell: source }];
    const fillings: Fillings = { of: (name) => mapped.of(name), constants: [...mapped.constants, ...usual] };
    this.collector = new TableCollector(table, file, fillings, reading.caps, reading.issues);
  }

  add(row: number, cells: Readonly<Record<string, unknown>>): void {
    const columns: FileColumn[] = [];
    const values: Cell[] = [];
    for (const [name, value] of Object.entries(cells)) {
      if (value === null || value === undefined || value === "") continue;
      const column = this.#column(name, row);
      const cell = this.#cell(column, row, value);
      if (cell === null) continue;
      columns.push(column);
      values.push(cell);
    }
    if (this.collector.table === "assets") this.#assume(columns, values);
    for (const { fillings } of columns) for (const { ours } of fillings) this.#filled.add(ours);
    this.collector.add(row, columns, values);
  }

  finish(): void {
    const { table, file, rows, fillings } = this.collector;
    if (rows.length === 0) return;
    const constants = new Set(fillings.constants.map(({ filling }) => filling.ours));
    for (const { column, required, meaning } of tableAttributes[table]) {
      if (required !== true || this.#filled.has(column) || constants.has(column)) continue;
      const text = `Nothing fills ${column} of ${table}, which is required: ${meaning}. Map a column to it, or set one value for all.`;
      this.#reading.issues.addForColumn(formatIssue("COLUMN_MISSING", { file, column, text }));
    }
  }

  #column(name: string, row: number): FileColumn {
    const known = this.columns.get(name);
    if (known !== undefined) return known;
    const { table, file, fillings, theirNames } = this.collector;
    const found = fillings.of(name) ?? [this.#own(table, name, row)];
    for (const { ours } of found) if (ours !== name) theirNames.set(ours, name);
    const column = { name, fillings: found };
    this.columns.set(name, column);
    if (fillings.of(name) === null) {
      const ours = found[0]?.ours ?? "";
      const text = `${name} is no column of ours: it is kept as ${ours}, which nothing is computed from.`;
      this.#reading.issues.add(formatIssue("COLUMN_KEPT", { file, row, column: name, text }));
    }
    return column;
  }

  /** A column of the user's own with the letters and digits of a name, told apart from those there are. */
  #own(table: Table, name: string, row: number): Filling {
    const plain = name.replace(/[^\p{L}\p{N}_.-]+/gu, "_").slice(0, longestOwnName - 4) || `row_${row}`;
    const taken = new Set([...this.columns.values()].flatMap(({ fillings }) => fillings.map(({ ours }) => ours)));
    let ours = `${ownColumnPrefix}${plain}`;
    for (let n = 2; taken.has(ours) || !ownColumnPattern.test(ours); n += 1) ours = `${ownColumnPrefix}${plain}_${n}`;
    return fillingFrom(table, ours, name);
  }

  #cell({ name, fillings }: FileColumn, row: number, value: unknown): Cell {
    if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
    const isOwn = fillings.every(({ attribute }) => attribute === null);
    if (isOwn) return JSON.stringify(value);
    const { file } = this.collector;
    const text = `${name} must be text, a number or true or false here: it holds a list or an object.`;
    this.#reading.issues.add(formatIssue("CELL_NOT_TEXT", { file, row, column: name, value, text }));
    return null;
  }

  /** Names the asset by its id and finds its State by its place, where they are not stated. */
  #assume(columns: FileColumn[], values: Cell[]): void {
    const at = (ours: string): number =>
      columns.findIndex(({ fillings }) => fillings.some((filling) => filling.ours === ours));
    const of = (ours: string): Cell => values[at(ours)] ?? null;
    const isConstant = (ours: string): boolean =>
      this.collector.fillings.constants.some(({ filling }) => filling.ours === ours);
    const assumed: string[] = [];
    const assume = (ours: string, value: Cell): void => {
      columns.push({ name: ours, fillings: [fillingFrom("assets", ours, ours)] });
      values.push(value);
      if (ours !== "assumed") assumed.push(ours);
    };
    if (at("name") === -1 && at("id") !== -1 && !isConstant("name")) assume("name", String(of("id")));
    if (at("states") === -1 && !isConstant("states")) {
      const state = stateAt(of("lon"), of("lat"));
      if (state !== undefined) assume("states", state);
    }
    if (assumed.length === 0) return;
    const stated = of("assumed");
    if (stated === null) assume("assumed", assumed.join("|"));
    else values[at("assumed")] = `${String(stated)}|${assumed.join("|")}`;
  }
}

function stateAt(lon: Cell, lat: Cell): string | undefined {
  const [x, y] = [Number(lon ?? Number.NaN), Number(lat ?? Number.NaN)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? statesAt(x, y)[0] : undefined;
}
