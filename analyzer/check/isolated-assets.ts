import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Is an asset tied to anything? One without dependency and connection neither spreads a failure nor receives one. */
export function checkIsolatedAssets({ dataset, context }: Facts): Issue[] {
  const tied = new Set<string>([
    ...dataset.dependencies.flatMap(({ provider, dependent }) => [provider, dependent]),
    ...dataset.connections.flatMap(({ a, b }) => [a, b]),
  ]);
  return dataset.assets.flatMap(({ id }, index) => {
    if (tied.has(id)) return [];
    const text = `${id} has no dependency and no connection: no failure reaches it or starts from it.`;
    return [rowIssue(context, "assets", index, { code: "ASSET_ISOLATED", column: "id", value: id, text })];
  });
}
