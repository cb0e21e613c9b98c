import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { descriptionIssue, rowIssue } from "./make-issue.ts";

/** Does the dataset say where it comes from and on what terms? */
export function checkProvenance(facts: Facts): Issue[] {
  const { dataset, context } = facts;
  const { licence, sources } = dataset.description;
  const issues: Issue[] = [];
  if (licence.trim() === "") {
    const text = "The dataset states no licence: say on what terms it may be used.";
    issues.push(descriptionIssue(context, { code: "LICENCE_MISSING", column: "licence", text }));
  }
  if (sources.length === 0) {
    const text = "The dataset names no source: say where the data comes from.";
    issues.push(descriptionIssue(context, { code: "SOURCE_MISSING", column: "sources", text }));
  }
  sources.forEach((source, index) => {
    if (source.licence.trim() !== "") return;
    const text = `Source ${source.id} states no licence.`;
    const column = `sources.${index}.licence`;
    issues.push(descriptionIssue(context, { code: "LICENCE_MISSING", column, value: source.id, text }));
  });
  return [...issues, ...rowsWithoutSource(facts)];
}

/** One issue for a whole table, at its first such row: thousands of them would say no more. */
function rowsWithoutSource({ dataset, context, screen, columns }: Facts): Issue[] {
  return (["dependencies", "connections"] as const).flatMap((table) => {
    const { withoutSource, firstWithoutSource } = screen[table];
    if (withoutSource === 0) return [];
    const count = table === "dependencies" ? columns.dependent.length : dataset.connections.length;
    const text = `${withoutSource} of ${count} ${table} state no source; this is the first.`;
    return [rowIssue(context, table, firstWithoutSource, { code: "ROW_SOURCE_MISSING", column: "source", text })];
  });
}
