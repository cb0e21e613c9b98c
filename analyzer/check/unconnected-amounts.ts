import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Is an asset that gives or takes a commodity in its network? Without a connection the amount has no effect. */
export function checkUnconnectedAmounts({ dataset, context, islands, words }: Facts): Issue[] {
  return dataset.assets.flatMap((asset, index) =>
    (["produces", "consumes"] as const).flatMap((side) =>
      (asset[side] ?? [])
        .filter(({ commodity }) => words.commodities.has(commodity))
        .filter(({ commodity }) => islands.get(commodity)?.islandOf.has(index) !== true)
        .map(({ commodity }) => {
          const text = `${asset.id} ${side} ${commodity} but has no connection for it: the amount has no effect.`;
          const found = { code: "AMOUNT_NOT_CONNECTED", column: side, value: commodity, text } as const;
          return rowIssue(context, "assets", index, found);
        }),
    ),
  );
}
