import type { Asset } from "../model/asset.ts";
import { type Attribute, tableAttributes, tables } from "../model/attributes.ts";
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

/** Adds what is wrong with the values of one row, by the attribute table. Linear in the number of columns. */
function addRowIssues(issues: Issue[], attributes: readonly Attribute[], row: Row, place: () => Place): void {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  for (const attribute of attributes) {
    const finding = valueFault(attribute, values[attribute.name]);
    if (finding !== null) issues.push(issueAt(place(), finding));
  }
}

type Row = Asset | Dependency | Connection;

/** Is every value there that must be, of its type and in its range? */
export function checkRowValues({ dataset, context, screen }: Facts): Issue[] {
  const issues: Issue[] = [];
  for (const table of tables) {
    const attributes = tableAttributes[table];
    for (const index of screen[table].suspects)
      addRowIssues(issues, attributes, dataset[table][index]!, () => context.locate(table, index));
  }
  return issues;
}
