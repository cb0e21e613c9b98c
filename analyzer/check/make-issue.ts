import type { Table } from "../model/attributes.ts";
import type { Issue, Place } from "../model/issue.ts";
import type { CheckContext } from "./check-context.ts";
import { type CheckCode, checkCodes } from "./codes.ts";

/** What an issue says, apart from where it is. */
export interface Finding {
  readonly code: CheckCode;
  readonly column?: string;
  readonly value?: unknown;
  readonly text: string;
}

/** Longest value that is repeated in an issue, in characters. */
const shownValueLength = 200;

/** A value as an issue shows it. */
function shownValue(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > shownValueLength ? `${text.slice(0, shownValueLength)}...` : text;
}

/** An issue at a place; the severity is the code's. */
export function issueAt(place: Place, finding: Finding): Issue {
  return {
    severity: checkCodes[finding.code].severity,
    code: finding.code,
    file: place.file,
    row: place.row,
    column: finding.column ?? null,
    value: shownValue(finding.value),
    text: finding.text,
  };
}

/** An issue of a row of the dataset. */
export function rowIssue(context: CheckContext, table: Table, index: number, finding: Finding): Issue {
  return issueAt(context.locate(table, index), finding);
}

/** An issue of the description; `column` is the path of the field (`networks.electricity.balance`). */
export function descriptionIssue(context: CheckContext, finding: Finding): Issue {
  return issueAt({ file: context.descriptionFile ?? "dataset.json", row: null }, finding);
}

/** A place in words, for an issue that names a second row. */
export function placeText(place: Place): string {
  if (place.row === null) return place.file ?? "an earlier row";
  return place.file === null ? `row ${place.row}` : `row ${place.row} of ${place.file}`;
}
