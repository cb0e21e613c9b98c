import { defaultNumber } from "../model/attributes.ts";
import { groupName } from "../model/input-group.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** As in the engine: a supply this close to the need is enough. */
const tolerance = 1e-9;

/** Can the providers of a group give together what it needs (k of n with k at most n)? */
export function checkGroupNeed({ dataset: { dependencies }, context, groups: { start, rows } }: Facts): Issue[] {
  const issues: Issue[] = [];
  const [defaultNeed, defaultShare] = [defaultNumber("dependencies", "need"), defaultNumber("dependencies", "share")];
  for (let group = 0; group + 1 < start.length; group += 1) {
    let sum = 0;
    let stating = -1;
    let areSound = true;
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const row = rows[at]!;
      const { share = defaultShare, need } = dependencies[row]!;
      // A share that is no positive number is reported as such.
      if (!(share > 0)) areSound = false;
      sum += share;
      if (stating === -1 && need !== undefined) stating = row;
    }
    const first = dependencies[rows[start[group]!]!]!;
    const need = dependencies[stating]?.need ?? defaultNeed;
    if (!areSound || !(need > sum + tolerance)) continue;
    const isStated = stating !== -1;
    const count = start[group + 1]! - start[group]!;
    issues.push(
      rowIssue(context, "dependencies", isStated ? stating : rows[start[group]!]!, {
        code: "GROUP_NEED_UNREACHABLE",
        column: isStated ? "need" : "share",
        value: isStated ? need : (first.share ?? defaultShare),
        text: `Group ${groupName(first)} of ${first.dependent} needs ${need}, but its ${count} provider(s) give ${sum} together.`,
      }),
    );
  }
  return issues;
}
