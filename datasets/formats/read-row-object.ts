import type { Cell } from "./cell.ts";
import type { IssueList } from "./issue-list.ts";
import { formatIssue } from "./read-error.ts";
import type { FileColumn, TableCollector } from "./table-collector.ts";

/** Reads rows that are JSON objects keyed by column into a collector. A column that is not known is told once. */
export class RowObjectReader {
  readonly #columns = new Map<string, FileColumn | null>();
  readonly #collector: TableCollector;
  readonly #issues: IssueList;

  constructor(collector: TableCollector, issues: IssueList) {
    this.#collector = collector;
    this.#issues = issues;
  }

  /** Reads one row; `row` is its place in its list, from 1. Throws ReadError over a cap. */
  read(row: number, value: unknown): void {
    const { file } = this.#collector;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      const text = "A row must be an object with our columns as keys.";
      this.#issues.add(formatIssue("ROW_NOT_OBJECT", { file, row, value, text }));
      return;
    }
    const columns: FileColumn[] = [];
    const cells: Cell[] = [];
    for (const [name, cell] of Object.entries(value)) {
      const column = this.#column(name, row);
      if (column === null) continue;
      if (!isCell(cell)) {
        const text = `${name} must be text, a number, true, false or null: write lists as in CSV (FR:0.5|ES:0.5).`;
        this.#issues.add(formatIssue("CELL_NOT_TEXT", { file, row, column: name, value: cell, text }));
        continue;
      }
      columns.push(column);
      cells.push(cell);
    }
    this.#collector.add(row, columns, cells);
  }

  #column(name: string, row: number): FileColumn | null {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const { file, fillings, theirNames } = this.#collector;
    const found = fillings.of(name);
    const column = found === null ? null : { name, fillings: found };
    this.#columns.set(name, column);
    if (found === null) {
      const text = `${name} is no column of ours: correct it, start it with x_ to keep it as your own, or map it.`;
      this.#issues.add(formatIssue("COLUMN_UNKNOWN", { file, row, column: name, value: name, text }));
    }
    for (const { ours } of found ?? []) if (ours !== name) theirNames.set(ours, name);
    return column;
  }
}

/** Whether a JSON value may stand in a cell. */
export function isCell(value: unknown): value is Cell {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
