import type { Table } from "../model/attributes.ts";
import { networkCommodity } from "../model/dependency.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does every asset that a row names exist? */
export function checkReferences({ dataset, context, assetIndex, ends }: Facts): Issue[] {
  const issues: Issue[] = [];
  const ask = (table: Table, index: number, column: string, id: string) => {
    if (assetIndex.has(id)) return;
    const text = `There is no asset ${id}: add it to the assets or correct the ${column}.`;
    issues.push(rowIssue(context, table, index, { code: "REFERENCE_UNKNOWN", column, value: id, text }));
  };
  for (let index = 0; index < dataset.dependencies.length; index += 1) {
    if (ends.provider[index] !== -1 && ends.dependent[index] !== -1) continue;
    const { provider, dependent } = dataset.dependencies[index]!;
    if (networkCommodity(provider) === null) ask("dependencies", index, "provider", provider);
    ask("dependencies", index, "dependent", dependent);
  }
  dataset.connections.forEach(({ a, b }, index) => {
    ask("connections", index, "a", a);
    ask("connections", index, "b", b);
  });
  return issues;
}
