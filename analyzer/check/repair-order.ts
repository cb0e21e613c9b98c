import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Are the repair times of an asset in order: low, likely, high? */
export function checkRepairOrder({ dataset, context }: Facts): Issue[] {
  return dataset.assets.flatMap(({ repairLowHours, repairHours, repairHighHours }, index) => {
    const stated = [repairLowHours, repairHours, repairHighHours].filter((hours) => hours !== undefined);
    if (stated.every((hours, position) => hours >= (stated[position - 1] ?? hours))) return [];
    const text = `Repair hours are ${stated.join(", ")}: low, likely and high must not fall.`;
    return [
      rowIssue(context, "assets", index, { code: "REPAIR_ORDER", column: "repair_hours", value: repairHours, text }),
    ];
  });
}
