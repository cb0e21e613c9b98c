import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Is an asset tied to anything? One without dependency and connection neither spreads a failure nor receives one. */
export function checkIsolatedAssets({ dataset, context, assetIndex, ends }: Facts): Issue[] {
  const isTied = new Uint8Array(dataset.assets.length);
  const tie = (position: number | undefined): void => {
    if (position !== undefined && position !== -1) isTied[position] = 1;
  };
  ends.provider.forEach(tie);
  ends.dependent.forEach(tie);
  for (const { a, b } of dataset.connections) {
    tie(assetIndex.get(a));
    tie(assetIndex.get(b));
  }
  return dataset.assets.flatMap(({ id }, index) => {
    if (isTied[assetIndex.get(id) ?? index] === 1) return [];
    const text = `${id} has no dependency and no connection: no failure reaches it or starts from it.`;
    return [rowIssue(context, "assets", index, { code: "ASSET_ISOLATED", column: "id", value: id, text })];
  });
}
