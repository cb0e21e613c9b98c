import type { Asset } from "../model/asset.ts";
import { type Attribute, type Table, tableAttributes, tables } from "../model/attributes.ts";
import type { Connection } from "../model/connection.ts";
import type { Dependency } from "../model/dependency.ts";
import type { Issue, Place } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { issueAt } from "./make-issue.ts";
import { valueFault } from "./value-fault.ts";

/** The issue of one value of a row, or null where the attribute table allows it. */
export function valueIssue(attribute: Attribute, value: unknown, place: Place): Issue | null {
  const finding = valueFault(attribute, value);
  return finding === null ? null : issueAt(place, finding);
}

/** Whether every value of one row is what the attribute table says. Linear in the number of columns. */
function rowValueIssues(table: Table, row: Asset | Dependency | Connection, place: Place): Issue[] {
  const values = new Map<string, unknown>(Object.entries(row));
  const issues: Issue[] = [];
  for (const attribute of tableAttributes[table]) {
    const issue = valueIssue(attribute, values.get(attribute.name), place);
    if (issue !== null) issues.push(issue);
  }
  return issues;
}

/** Is every value there that must be, of its type and in its range? */
export function checkRowValues({ dataset, context }: Facts): Issue[] {
  return tables.flatMap((table) =>
    dataset[table].flatMap((row, index) => rowValueIssues(table, row, context.locate(table, index))),
  );
}
