import { defaultNumber } from "../model/attributes.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** As in the engine: a supply this close to the need is enough. */
const tolerance = 1e-9;

/** Can the providers of a group give together what it needs (k of n with k at most n)? */
export function checkGroupNeed({ dataset, context, groups }: Facts): Issue[] {
  const issues: Issue[] = [];
  const [defaultNeed, defaultShare] = [defaultNumber("dependencies", "need"), defaultNumber("dependencies", "share")];
  for (const group of groups) {
    const shares = group.rows.map((row) => dataset.dependencies[row]?.share ?? defaultShare);
    // A share that is no positive number is reported as such.
    if (!shares.every((share) => share > 0)) continue;
    const sum = shares.reduce((total, share) => total + share, 0);
    const need = group.need ?? defaultNeed;
    if (!(need > sum + tolerance)) continue;
    const stating = group.rows.find((row) => dataset.dependencies[row]?.need !== undefined);
    const row = stating ?? group.rows[0] ?? 0;
    issues.push(
      rowIssue(context, "dependencies", row, {
        code: "GROUP_NEED_UNREACHABLE",
        column: stating === undefined ? "share" : "need",
        value: stating === undefined ? shares[0] : need,
        text: `Group ${group.name} of ${group.dependent} needs ${need}, but its ${group.rows.length} provider(s) give ${sum} together.`,
      }),
    );
  }
  return issues;
}
