import type { IssueList } from "../issue-list.ts";
import { readNumber } from "../parse-cell.ts";
import { formatIssue } from "../read-error.ts";

/** The number in a cell of a format of others, or null where it is empty, or none: which is then told. */
export function numberCell(
  issues: IssueList,
  text: string | undefined,
  place: { readonly file: string; readonly row: number; readonly column: string },
): number | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return null;
  const value = readNumber(trimmed);
  if (value !== undefined) return value;
  const said = `${place.column} must be a number such as 1200.5: a dot, no other separators.`;
  issues.add(formatIssue("CELL_NOT_NUMBER", { ...place, value: text, text: said }));
  return null;
}
