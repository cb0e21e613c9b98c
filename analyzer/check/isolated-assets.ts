import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

/** Is an asset tied to anything? One without dependency and connection neither spreads a failure nor receives one. */
export function checkIsolatedAssets(facts: Facts): Issue[] {
  const { dataset, context } = facts;
  const isTied = tied(facts);
  const issues: Issue[] = [];
  for (let index = 0; index < dataset.assets.length; index += 1) {
    if (isTied[index] === 1) continue;
    const { id } = dataset.assets[index]!;
    // Where ids repeat, what is tied is the first of them.
    if (!facts.screen.assets.isAscending && isTied[facts.assetIndex.get(id) ?? index] === 1) continue;
    const text = `${id} has no dependency and no connection: no failure reaches it or starts from it.`;
    issues.push(rowIssue(context, "assets", index, { code: "ASSET_ISOLATED", column: "id", value: id, text }));
  }
  return issues;
}

/** [asset] 1 where a dependency or a connection names it. */
function tied(facts: Facts): Uint8Array {
  const { dataset, columns } = facts;
  const isTied = new Uint8Array(dataset.assets.length);
  const tie = (position: number | undefined): void => {
    if (position !== undefined && position !== -1) isTied[position] = 1;
  };
  for (let row = 0; row < columns.dependent.length; row += 1) {
    tie(columns.provider[row]);
    tie(columns.dependent[row]);
  }
  for (const { a, b } of dataset.connections) {
    tie(facts.assetIndex.get(a));
    tie(facts.assetIndex.get(b));
  }
  return isTied;
}
