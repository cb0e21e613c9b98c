import {
  type Attribute,
  type Change,
  type Issue,
  type Place,
  tableAttributes,
  tables,
  valueIssue,
} from "../../analyzer/index.ts";
import { defaultCaps } from "./caps.ts";
import { CellFault } from "./cell.ts";
import type { IssueList } from "./issue-list.ts";
import { parseCell } from "./parse-cell.ts";
import { formatIssue } from "./read-error.ts";
import { isCell } from "./read-row-object.ts";
import { ownColumnPattern } from "./row-cells.ts";

/**
 * One entry of an overlay's `change`, from columns to names of the model. It does not say which table its id is in, so a
 * value has to be right for one of the tables that have the column; the check of the changed dataset asks again.
 */
export function readChange(entry: Change, place: Place, issues: IssueList): Change {
  const change: Record<string, unknown> & { id: string } = { id: entry.id };
  for (const [column, cell] of Object.entries(entry)) {
    if (column === "id") continue;
    if (ownColumnPattern.test(column)) {
      const own = readOwn(column, cell);
      if (own instanceof CellFault)
        issues.add(formatIssue(own.code, { ...place, column, value: cell, text: own.text }));
      else change["extra"] = { ...(change["extra"] as object | undefined), [column]: own };
      continue;
    }
    const attributes = tables.flatMap((table) =>
      tableAttributes[table].filter((attribute) => attribute.column === column),
    );
    const [first] = attributes;
    if (first === undefined) {
      const text = `${column} is no column that can be changed: correct its name.`;
      issues.add(formatIssue("OVERLAY_COLUMN_UNKNOWN", { ...place, column, value: cell, text }));
      continue;
    }
    const readings = attributes.map((attribute) => readValue(attribute, cell, place));
    const fit = readings.find(({ issue }) => issue === null);
    if (fit !== undefined) change[first.name] = fit.value;
    else for (const { issue } of readings.slice(0, 1)) if (issue !== null) issues.add(issue);
  }
  return change;
}

/** A cell of an own column, which is text whatever it holds; null takes it away. */
function readOwn(column: string, cell: unknown): string | null | CellFault {
  if (!isCell(cell)) return new CellFault("CELL_NOT_TEXT", `${column} must be text, a number, true or false.`);
  if (cell === null || cell === "") return null;
  const text = String(cell);
  return text.length > defaultCaps.cellCharacters
    ? new CellFault("CELL_TOO_LONG", `The cell is longer than ${defaultCaps.cellCharacters} characters.`)
    : text;
}

/** A changed value, or why it is none. */
function readValue(attribute: Attribute, cell: unknown, place: Place): { value: unknown; issue: Issue | null } {
  const { column } = attribute;
  if (cell === null) {
    const text = `${column} is required and cannot be taken away.`;
    const issue = formatIssue("VALUE_MISSING", { ...place, column, text });
    return { value: null, issue: attribute.required ? issue : null };
  }
  const value = isCell(cell)
    ? parseCell(attribute, cell)
    : new CellFault("CELL_NOT_TEXT", `${column} must be text, a number, true or false.`);
  if (value instanceof CellFault) {
    return { value, issue: formatIssue(value.code, { ...place, column, value: cell, text: value.text }) };
  }
  if (value !== undefined) return { value, issue: valueIssue(attribute, value, place) };
  const text = `${column} is empty: write null to take a value away.`;
  return { value, issue: formatIssue("VALUE_MISSING", { ...place, column, text }) };
}
