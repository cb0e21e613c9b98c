/** How bad an issue is: an `error` refuses the data, a `warning` is shown and carried along, an `info` is a remark. */
export type Severity = "error" | "warning" | "info";

/**
 * One problem found in data, as a value: nothing in the core throws for bad input.
 *
 * `code` is stable (`AREA_WHAT`), `row` counts lines of the file from 1 (the header is row 1), `value` is the text that was
 * found, `text` says what is wrong and what to do. Places that do not exist for a problem are null.
 */
export interface Issue {
  readonly severity: Severity;
  readonly code: string;
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly text: string;
}

/** What an issue's code says, and how bad it is: an entry of a list of codes. */
export interface IssueCode {
  readonly severity: Severity;
  readonly meaning: string;
}

/** Where a row came from. */
export interface Place {
  readonly file: string | null;
  readonly row: number | null;
}

export const nowhere: Place = { file: null, row: null };

/** True where at least one issue refuses the data. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === "error");
}
