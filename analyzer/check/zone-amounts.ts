import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Does every producer of a network balanced by zones state how much it produces? */
export function checkZoneAmounts({ dataset, context, islands }: Facts): Issue[] {
  const byZones = Object.entries(dataset.description.networks ?? {}).filter(([, { balance }]) => balance === "zones");
  return byZones.flatMap(([commodity]) =>
    dataset.assets.flatMap((asset, index) => {
      const made = asset.produces?.find((amount) => amount.commodity === commodity);
      const isInNetwork = islands.get(commodity)?.islandOf.has(index) === true;
      if (made === undefined || made.amount !== undefined || !isInNetwork) return [];
      const text = `${asset.id} produces ${commodity}, which is balanced by zones: state the amount (${commodity}:100).`;
      const found = { code: "NETWORK_AMOUNT_MISSING", column: "produces", value: commodity, text } as const;
      return [rowIssue(context, "assets", index, found)];
    }),
  );
}
