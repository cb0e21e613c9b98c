import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Are the repair times of an asset in order: low, likely, high? */
export function checkRepairOrder({ dataset, context }: Facts): Issue[] {
  const issues: Issue[] = [];
  for (let index = 0; index < dataset.assets.length; index += 1) {
    const { repairLowHours: low, repairHours: likely, repairHighHours: high } = dataset.assets[index]!;
    if (isNoFall(low, undefined) && isNoFall(likely, low) && isNoFall(high, likely ?? low)) continue;
    const stated = [low, likely, high].filter((hours) => hours !== undefined);
    const text = `Repair hours are ${stated.join(", ")}: low, likely and high must not fall.`;
    const found = { code: "REPAIR_ORDER", column: "repair_hours", value: likely, text } as const;
    issues.push(rowIssue(context, "assets", index, found));
  }
  return issues;
}

/** Whether hours are at least those stated before them; what is no number is not even at least itself. */
function isNoFall(hours: number | undefined, before: number | undefined): boolean {
  return hours === undefined || hours >= (before ?? hours);
}
