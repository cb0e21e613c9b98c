import { defaultNumber } from "../model/attributes.ts";
import type { DependencyColumns } from "../model/dependency-columns.ts";
import { groupName } from "../model/input-group.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { inOrderOfRows } from "./groups-told.ts";
import { rowIssue } from "./make-issue.ts";
import { suspectDependencies } from "./suspect-dependencies.ts";

/** As in the engine: a supply this close to the need is enough. */
const tolerance = 1e-9;

/** Can the providers of a group give together what it needs (k of n with k at most n)? */
export function checkGroupNeed(facts: Facts): Issue[] {
  const { start, rows } = facts.groups;
  if (facts.screen.dependencies.suspects.length === 0 && isAnyEnough(facts.columns)) return [];
  const isSuspect = suspectDependencies(facts);
  const found: number[] = [];
  for (let group = 0; group + 1 < start.length; group += 1) {
    const from = start[group]!;
    const to = start[group + 1]!;
    if (!isEnough(facts, from, to, isSuspect)) found.push(group);
  }
  const issues: Issue[] = [];
  for (const group of inOrderOfRows(facts.groups, found))
    addIssue(issues, facts, rows.subarray(start[group], start[group + 1]));
  return issues;
}

const [defaultNeed, defaultShare] = [defaultNumber("dependencies", "need"), defaultNumber("dependencies", "share")];

/** Whether any row, sound as all are, gives alone as much as any group needs. */
function isAnyEnough({ need, share }: DependencyColumns): boolean {
  let most = defaultNeed;
  let least = defaultShare;
  for (let row = 0; row < need.length; row += 1) {
    if (need[row]! > most) most = need[row]!;
    if (share[row]! < least) least = share[row]!;
  }
  return most <= least;
}

/** Whether the rows of a group, sound ones, give what it needs. */
function isEnough({ columns, groups: { rows } }: Facts, from: number, to: number, isSuspect: Uint8Array): boolean {
  const { need, share } = columns;
  let sum = 0;
  let stated = Number.NaN;
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    if (isSuspect[row] === 1) return false;
    sum += Number.isNaN(share[row]) ? defaultShare : share[row]!;
    if (Number.isNaN(stated)) stated = need[row]!;
  }
  return !((Number.isNaN(stated) ? defaultNeed : stated) > sum + tolerance);
}

function addIssue(issues: Issue[], { dataset: { dependencies }, context }: Facts, rows: Int32Array): void {
  let sum = 0;
  let stating = -1;
  for (const row of rows) {
    const { share = defaultShare, need } = dependencies[row]!;
    // A share that is no positive number is reported as such.
    if (!(share > 0)) return;
    sum += share;
    if (stating === -1 && need !== undefined) stating = row;
  }
  const first = dependencies[rows[0]!]!;
  const need = dependencies[stating]?.need ?? defaultNeed;
  if (!(need > sum + tolerance)) return;
  const isStated = stating !== -1;
  issues.push(
    rowIssue(context, "dependencies", isStated ? stating : rows[0]!, {
      code: "GROUP_NEED_UNREACHABLE",
      column: isStated ? "need" : "share",
      value: isStated ? need : (first.share ?? defaultShare),
      text: `Group ${groupName(first)} of ${first.dependent} needs ${need}, but its ${rows.length} provider(s) give ${sum} together.`,
    }),
  );
}
