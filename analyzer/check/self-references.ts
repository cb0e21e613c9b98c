import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does a row join an asset to itself? */
export function checkSelfReferences({ dataset, context }: Facts): Issue[] {
  const issues: Issue[] = [];
  dataset.dependencies.forEach(({ provider, dependent }, index) => {
    if (provider !== dependent) return;
    const text = `${dependent} cannot depend on itself: remove the row.`;
    const found = { code: "DEPENDENCY_ON_SELF", column: "provider", value: provider, text } as const;
    issues.push(rowIssue(context, "dependencies", index, found));
  });
  dataset.connections.forEach(({ a, b }, index) => {
    if (a !== b) return;
    const text = `A connection needs two different ends: ${a} is both.`;
    issues.push(rowIssue(context, "connections", index, { code: "CONNECTION_TO_SELF", column: "b", value: b, text }));
  });
  return issues;
}
