import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does every producer of a network balanced by zones state how much it produces? */
export function checkZoneAmounts({ dataset, context, islands }: Facts): Issue[] {
  const byZones = Object.entries(dataset.description.networks ?? {}).filter(([, { balance }]) => balance === "zones");
  const issues: Issue[] = [];
  for (const [commodity] of byZones) {
    const islandOf = islands.get(commodity)?.islandOf;
    if (islandOf === undefined) continue;
    for (let index = 0; index < dataset.assets.length; index += 1) {
      const asset = dataset.assets[index]!;
      const made = asset.produces?.find((amount) => amount.commodity === commodity);
      if (made === undefined || made.amount !== undefined || !islandOf.has(index)) continue;
      const text = `${asset.id} produces ${commodity}, which is balanced by zones: state the amount (${commodity}:100).`;
      const found = { code: "NETWORK_AMOUNT_MISSING", column: "produces", value: commodity, text } as const;
      issues.push(rowIssue(context, "assets", index, found));
    }
  }
  return issues;
}
