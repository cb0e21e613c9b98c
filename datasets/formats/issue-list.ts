import type { Issue } from "../../analyzer/index.ts";
import { ReadError } from "./read-error.ts";

/** The issues of one reading, and which cells they are about. `add` throws ReadError over the cap of errors. */
export class IssueList {
  readonly #issues: Issue[] = [];
  readonly #places = new Set<string>();
  readonly #cap: number;
  #errors = 0;

  constructor(cap: number) {
    this.#cap = cap;
  }

  get issues(): readonly Issue[] {
    return this.#issues;
  }

  add(issue: Issue): void {
    if (issue.severity === "error") {
      if (this.#errors === this.#cap) {
        const text = `Reading stopped after ${this.#cap} errors: correct these and read again.`;
        throw new ReadError("ISSUES_TOO_MANY", { file: issue.file, row: issue.row, text });
      }
      this.#errors += 1;
    }
    this.#issues.push(issue);
    this.#places.add(placeKey(issue.file, issue.row, issue.column));
  }

  /** Adds an issue of a whole column: what its cells lack is then not told row by row. */
  addForColumn(issue: Issue): void {
    this.add(issue);
    this.#places.add(placeKey(issue.file, null, issue.column));
  }

  /** Adds what keeps no cell from being checked, whatever the cap: what ended the reading of a file, or what was read otherwise than it stands there. */
  tell(issue: Issue): void {
    this.#issues.push(issue);
  }

  /** Whether an issue of this cell, of its whole row or of its whole column is in the list: what follows from it is not told again. */
  told(file: string | null, row: number | null, column: string | null): boolean {
    return (
      this.#places.has(placeKey(file, row, column)) ||
      (row !== null && this.#places.has(placeKey(file, row, null))) ||
      (column !== null && this.#places.has(placeKey(file, null, column)))
    );
  }
}

/** A whole row has no column, a whole column no row. */
function placeKey(file: string | null, row: number | null, column: string | null): string {
  return JSON.stringify([file, row, column]);
}
