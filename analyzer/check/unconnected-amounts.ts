import type { CommodityAmount } from "../model/asset.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

const sides = ["produces", "consumes"] as const;
const none: readonly CommodityAmount[] = [];

/** Is an asset that gives or takes a commodity in its network? Without a connection the amount has no effect. */
export function checkUnconnectedAmounts({ dataset, context, islands, words }: Facts): Issue[] {
  const issues: Issue[] = [];
  for (let index = 0; index < dataset.assets.length; index += 1) {
    const asset = dataset.assets[index]!;
    for (const side of sides) {
      for (const { commodity } of asset[side] ?? none) {
        if (!words.commodities.has(commodity) || islands.get(commodity)?.islandOf.has(index) === true) continue;
        const text = `${asset.id} ${side} ${commodity} but has no connection for it: the amount has no effect.`;
        const found = { code: "AMOUNT_NOT_CONNECTED", column: side, value: commodity, text } as const;
        issues.push(rowIssue(context, "assets", index, found));
      }
    }
  }
  return issues;
}
