import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does a row join an asset to itself? */
export function checkSelfReferences({ dataset, context, screen }: Facts): Issue[] {
  const issues: Issue[] = [];
  for (const index of screen.dependencies.suspects) {
    const { provider, dependent } = dataset.dependencies[index]!;
    if (provider !== dependent) continue;
    const text = `${dependent} cannot depend on itself: remove the row.`;
    const found = { code: "DEPENDENCY_ON_SELF", column: "provider", value: provider, text } as const;
    issues.push(rowIssue(context, "dependencies", index, found));
  }
  for (const index of screen.connections.suspects) {
    const { a, b } = dataset.connections[index]!;
    if (a !== b) continue;
    const text = `A connection needs two different ends: ${a} is both.`;
    issues.push(rowIssue(context, "connections", index, { code: "CONNECTION_TO_SELF", column: "b", value: b, text }));
  }
  return issues;
}
