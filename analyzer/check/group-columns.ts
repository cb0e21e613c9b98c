import { dependencyAttributes } from "../model/attributes.ts";
import { groupColumns, groupName } from "../model/input-group.ts";
import { oneValue } from "../model/one-value.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { inOrderOfRows } from "./groups-told.ts";
import { placeText, rowIssue } from "./make-issue.ts";
import { suspectDependencies } from "./suspect-dependencies.ts";

const columnOf = new Map(dependencyAttributes.map((attribute) => [attribute.name, attribute.column]));

/** Do the rows of an input group agree on what belongs to the group? Each row that differs from the first stated value is named with it. */
export function checkGroupColumns(facts: Facts): Issue[] {
  const { start, rows } = facts.groups;
  const { need, rule, loss, bufferHours } = facts.columns;
  // All rows agree on the others.
  const columns = [need, rule, loss, bufferHours].filter((column) => oneValue(column) === undefined);
  const isSuspect = facts.screen.dependencies.suspects.length === 0 ? null : suspectDependencies(facts);
  if (columns.length === 0 && isSuspect === null) return [];
  const found: number[] = [];
  for (let group = 0; group + 1 < start.length; group += 1) {
    const from = start[group]!;
    const to = start[group + 1]!;
    if (to - from < 2) continue;
    if ((isSuspect === null || !holds(isSuspect, rows, from, to)) && agree(columns, rows, from, to)) continue;
    found.push(group);
  }
  const issues: Issue[] = [];
  for (const group of inOrderOfRows(facts.groups, found))
    addIssues(issues, facts, [...rows.subarray(start[group], start[group + 1])]);
  return issues;
}

function holds(isSuspect: Uint8Array, rows: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isSuspect[rows[at]!] === 1) return true;
  return false;
}

/** Whether the rows of a group state the same, or all nothing: then there is nothing to look for. */
function agree(columns: readonly (Float64Array | Int8Array)[], rows: Int32Array, from: number, to: number): boolean {
  for (const column of columns) {
    const first = column[rows[from]!]!;
    for (let at = from + 1; at < to; at += 1) {
      const value = column[rows[at]!]!;
      if (value !== first && !(Number.isNaN(value) && Number.isNaN(first))) return false;
    }
  }
  return true;
}

function addIssues(issues: Issue[], { dataset, context }: Facts, rows: readonly number[]): void {
  for (const name of groupColumns) {
    const [first, ...others] = rows.filter((row) => dataset.dependencies[row]?.[name] !== undefined);
    if (first === undefined) continue;
    const expected = dataset.dependencies[first]?.[name];
    for (const row of others) {
      const dependency = dataset.dependencies[row]!;
      const value = dependency[name];
      if (value === expected) continue;
      const column = columnOf.get(name) ?? name;
      const where = placeText(context.locate("dependencies", first));
      issues.push(
        rowIssue(context, "dependencies", row, {
          code: "GROUP_COLUMNS_DISAGREE",
          column,
          value,
          text: `Group ${groupName(dependency)} of ${dependency.dependent} has ${column} ${value} here and ${expected} in ${where}: state it once, or the same.`,
        }),
      );
    }
  }
}
