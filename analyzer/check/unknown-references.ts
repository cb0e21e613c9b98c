import type { Table } from "../model/attributes.ts";
import { networkCommodity } from "../model/dependency.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does every asset that a row names exist? */
export function checkReferences(facts: Facts): Issue[] {
  const { dataset, context, columns } = facts;
  const issues: Issue[] = [];
  const tell = (table: Table, index: number, column: string, id: string) => {
    const text = `There is no asset ${id}: add it to the assets or correct the ${column}.`;
    issues.push(rowIssue(context, table, index, { code: "REFERENCE_UNKNOWN", column, value: id, text }));
  };
  for (let index = 0; index < columns.dependent.length; index += 1) {
    const hasNoProvider = columns.provider[index] === -1;
    const hasNoDependent = columns.dependent[index] === -1;
    if (!hasNoProvider && !hasNoDependent) continue;
    const { provider, dependent } = dataset.dependencies[index]!;
    if (hasNoProvider && networkCommodity(provider) === null) tell("dependencies", index, "provider", provider);
    if (hasNoDependent) tell("dependencies", index, "dependent", dependent);
  }
  dataset.connections.forEach(({ a, b }, index) => {
    if (!facts.assetIndex.has(a)) tell("connections", index, "a", a);
    if (!facts.assetIndex.has(b)) tell("connections", index, "b", b);
  });
  return issues;
}
