import { dependencyAttributes } from "../model/attributes.ts";
import { groupColumns } from "../model/input-group.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { placeText, rowIssue } from "./make-issue.ts";

const columnOf = new Map(dependencyAttributes.map((attribute) => [attribute.name, attribute.column]));

/** Do the rows of an input group agree on what belongs to the group? Each row that differs from the first stated value is named with it. */
export function checkGroupColumns({ dataset, context, groups }: Facts): Issue[] {
  const issues: Issue[] = [];
  for (const group of groups) {
    for (const name of groupColumns) {
      const stated = group.rows.filter((row) => dataset.dependencies[row]?.[name] !== undefined);
      const [first, ...others] = stated;
      if (first === undefined) continue;
      const expected = dataset.dependencies[first]?.[name];
      for (const row of others) {
        const value = dataset.dependencies[row]?.[name];
        if (value === expected) continue;
        const column = columnOf.get(name) ?? name;
        const where = placeText(context.locate("dependencies", first));
        issues.push(
          rowIssue(context, "dependencies", row, {
            code: "GROUP_COLUMNS_DISAGREE",
            column,
            value,
            text: `Group ${group.name} of ${group.dependent} has ${column} ${value} here and ${expected} in ${where}: state it once, or the same.`,
          }),
        );
      }
    }
  }
  return issues;
}
