import type { FormatCode } from "../codes.ts";
import type { IssueList } from "../issue-list.ts";
import { formatIssue } from "../read-error.ts";

/** What is to be told once for all rows it is true of. */
interface Cause {
  readonly code: FormatCode;
  readonly file: string;
  readonly column?: string;
  /** Without a full stop: the count follows. */
  readonly text: string;
}

/** Issues told once per cause, with the first row and the count, where telling each row would bury the rest. */
export class CountedIssues {
  readonly #issues: IssueList;
  readonly #found = new Map<
    string,
    { readonly cause: Cause; readonly row: number; readonly value: unknown; count: number }
  >();

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  count(cause: Cause, row: number, value?: unknown): void {
    const key = `${cause.code}\n${cause.file}\n${cause.text}`;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { cause, row, value, count: 1 });
    else known.count += 1;
  }

  /** Adds them to the issues. The row is left out of those without a column: the rows in question are not in the dataset. */
  tell(): void {
    for (const { cause, row, value, count } of this.#found.values()) {
      const { code, text, ...place } = cause;
      this.#issues.add(formatIssue(code, { ...place, row, value, text: `${text}: ${count}, the first here.` }));
    }
    this.#found.clear();
  }
}
