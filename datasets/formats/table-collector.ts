import { type Issue, type Table, tableAttributes } from "../../analyzer/index.ts";
import type { Caps } from "./caps.ts";
import { type Cell, CellFault } from "./cell.ts";
import type { IssueList } from "./issue-list.ts";
import type { Filling, Fillings } from "./mapping.ts";
import { formatIssue, ReadError } from "./read-error.ts";
import type { CellBlock } from "./csv/cell-block.ts";
import type { TableColumns } from "./csv/table-columns.ts";
import { addCell, addOwnCell, type RowValues } from "./row-cells.ts";

/** A column of a file, by the name it has there, and what it fills. */
export interface FileColumn {
  readonly name: string;
  readonly fillings: readonly Filling[];
}

/**
 * Turns the cells of one table into rows of the model, whatever format they came in. A cell that cannot be read is an issue
 * and the row goes on without it, so that one fault is told once; only a row without the ids that make it one is left out.
 */
export class TableCollector {
  readonly #rows: RowValues[] = [];
  /** Row of the file of each of the rows. */
  readonly #rowNumbers: number[] = [];
  /** Where all rows are, as long as they are no objects. */
  #columns: TableColumns | null = null;
  /** The name in the file of each of our columns that has another there. */
  readonly theirNames = new Map<string, string>();
  readonly table: Table;
  readonly file: string;
  readonly fillings: Fillings;
  readonly #caps: Caps;
  readonly #issues: IssueList;

  constructor(table: Table, file: string, fillings: Fillings, caps: Caps, issues: IssueList) {
    this.table = table;
    this.file = file;
    this.fillings = fillings;
    this.#caps = caps;
    this.#issues = issues;
  }

  /** How many rows there are. */
  get count(): number {
    return this.#columns?.count ?? this.#rows.length;
  }

  /** The rows column by column, where none of them has a fault and none was asked for as an object; otherwise null. */
  get columns(): TableColumns | null {
    return this.#columns;
  }

  /** The rows as objects, made of the columns where they are not yet: from then on there are no columns. */
  get rows(): RowValues[] {
    this.#makeRows();
    return this.#rows;
  }

  /** Row of the file of the row at an index. */
  rowNumberAt(index: number): number | null {
    if (this.#columns === null) return this.#rowNumbers[index] ?? null;
    return index >= 0 && index < this.#columns.count ? this.#columns.lineAt(index) : null;
  }

  /** Says where blocks of rows go; before the first row. */
  startColumns(columns: TableColumns): void {
    if (this.count > 0) throw new Error("the table has rows already");
    this.#columns = columns;
  }

  /** Takes all rows of a block, or none: where one of them has a fault, or none may be added any more. */
  takeBlock(block: CellBlock): boolean {
    const columns = this.#columns;
    if (columns === null || columns.count + block.rowCount > this.#caps.rows || !columns.areSound(block)) return false;
    columns.take(block);
    return true;
  }

  /** Takes a row that was read already and is whole. Throws ReadError over a cap. */
  take(row: number, values: RowValues): void {
    this.#makeRows();
    this.#refuseMore(row);
    this.#rows.push(values);
    this.#rowNumbers.push(row);
  }

  #makeRows(): void {
    const columns = this.#columns;
    if (columns === null) return;
    this.#columns = null;
    const places = Int32Array.from({ length: columns.count }, (_, row) => row);
    for (const row of columns.rowsAt(places)) this.#rows.push(row);
    for (let row = 0; row < columns.count; row += 1) this.#rowNumbers.push(columns.lineAt(row));
  }

  /** Adds a row of the file. Throws ReadError over a cap. */
  add(row: number, columns: readonly FileColumn[], cells: readonly Cell[]): void {
    this.#makeRows();
    this.#refuseMore(row);
    const values: RowValues = {};
    columns.forEach((column, index) => this.#readCell(values, row, column, cells[index] ?? null));
    for (const { filling, cell } of this.fillings.constants) {
      if (!isFilled(values, filling)) this.#fill(values, row, filling.ours, filling, cell);
    }
    if (!this.#hasKeys(values, row)) return;
    for (const attribute of tableAttributes[this.table]) {
      // The check tells what is missing; until then the row is whole.
      if (attribute.required) values[attribute.name] ??= attribute.type === "states" ? [] : "";
    }
    this.#rows.push(values);
    this.#rowNumbers.push(row);
  }

  #refuseMore(row: number): void {
    if (this.#rows.length < this.#caps.rows) return;
    const text = `The table has more than ${this.#caps.rows} rows: split it, or raise the cap (KNOCKON_MOST_ROWS on the command line).`;
    throw new ReadError("ROWS_TOO_MANY", { file: this.file, row, text });
  }

  #readCell(values: RowValues, row: number, { name, fillings }: FileColumn, cell: Cell): void {
    if (typeof cell === "string" && cell.length > this.#caps.cellCharacters) {
      const text = `The cell is longer than ${this.#caps.cellCharacters} characters.`;
      this.#issues.add(formatIssue("CELL_TOO_LONG", { file: this.file, row, column: name, value: cell, text }));
      return;
    }
    for (const filling of fillings) this.#fill(values, row, name, filling, cell);
  }

  #fill(values: RowValues, row: number, name: string, { attribute, ours, factor }: Filling, cell: Cell): void {
    if (attribute === null) {
      addOwnCell(values, ours, cell);
      return;
    }
    const fault = addCell(values, attribute, cell);
    if (fault instanceof CellFault) {
      this.#issues.add(formatIssue(fault.code, { file: this.file, row, column: name, value: cell, text: fault.text }));
    }
    const value = values[attribute.name];
    if (factor !== 1 && typeof value === "number") values[attribute.name] = value * factor;
  }

  #hasKeys(values: RowValues, row: number): boolean {
    const missing = tableAttributes[this.table].filter(
      (attribute) => attribute.required && attribute.type === "id" && values[attribute.name] === undefined,
    );
    for (const attribute of missing) {
      const column = this.theirNames.get(attribute.column) ?? attribute.column;
      if (this.#issues.told(this.file, row, column)) continue;
      const text = `${column} is required: ${attribute.meaning}.`;
      this.#issues.add(formatIssue("VALUE_MISSING", { file: this.file, row, column, text }));
    }
    return missing.length === 0;
  }

  /** An issue of the check, about a row of this table, with the name the column has in the file. */
  inFileTerms(issue: Issue): Issue {
    const column = issue.column === null ? null : (this.theirNames.get(issue.column) ?? issue.column);
    return { ...issue, column };
  }
}

function isFilled(values: RowValues, { attribute, ours }: Filling): boolean {
  return attribute === null ? values.extra?.[ours] !== undefined : values[attribute.name] !== undefined;
}
