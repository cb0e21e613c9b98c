import { dependencyAttributes } from "../model/attributes.ts";
import { groupColumns, groupName } from "../model/input-group.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { placeText, rowIssue } from "./make-issue.ts";
import { suspectDependencies } from "./suspect-dependencies.ts";

const columnOf = new Map(dependencyAttributes.map((attribute) => [attribute.name, attribute.column]));

/** Do the rows of an input group agree on what belongs to the group? Each row that differs from the first stated value is named with it. */
export function checkGroupColumns(facts: Facts): Issue[] {
  const { start, rows } = facts.groups;
  const isSuspect = suspectDependencies(facts);
  const issues: Issue[] = [];
  for (let group = 0; group + 1 < start.length; group += 1) {
    const from = start[group]!;
    const to = start[group + 1]!;
    if (to - from < 2 || agree(facts, from, to, isSuspect)) continue;
    addIssues(issues, facts, [...rows.subarray(from, to)]);
  }
  return issues;
}

/** Whether all rows of a group, sound ones, state the same, or all nothing: then there is nothing to look for. */
function agree({ columns, groups: { rows } }: Facts, from: number, to: number, isSuspect: Uint8Array): boolean {
  const { need, rule, loss, bufferHours } = columns;
  const first = rows[from]!;
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    if (
      isSuspect[row] === 1 ||
      rule[row] !== rule[first] ||
      !areSame(need[row]!, need[first]!) ||
      !areSame(loss[row]!, loss[first]!) ||
      !areSame(bufferHours[row]!, bufferHours[first]!)
    )
      return false;
  }
  return true;
}

function areSame(value: number, other: number): boolean {
  return value === other || (Number.isNaN(value) && Number.isNaN(other));
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
