import { type Dependency, networkCommodity } from "../model/dependency.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { type Finding, placeText, rowIssue } from "./make-issue.ts";

/** May each row with a network as provider (`@electricity`) stand where it is? One per asset and commodity, on an asset of the network that does not feed it, without lag. */
export function checkNetworkRows(facts: Facts): Issue[] {
  const { dataset, context, columns } = facts;
  const issues: Issue[] = [];
  const first = new Map<string, number>();
  for (let index = 0; index < columns.provider.length; index += 1) {
    const asset = columns.dependent[index]!;
    // An unknown commodity or dependent is reported as such.
    if (columns.provider[index] !== -1 || asset === -1) continue;
    const row = dataset.dependencies[index]!;
    const commodity = networkCommodity(row.provider);
    if (commodity === null || !facts.words.commodities.has(commodity)) continue;
    for (const finding of faults(facts, row, asset, commodity)) {
      issues.push(rowIssue(context, "dependencies", index, finding));
    }
    const key = JSON.stringify([row.dependent, commodity]);
    const other = first.get(key);
    if (other === undefined) first.set(key, index);
    else {
      const where = placeText(context.locate("dependencies", other));
      const text = `${row.dependent} already has a row for ${row.provider} in ${where}: keep one.`;
      issues.push(
        rowIssue(context, "dependencies", index, {
          code: "NETWORK_ROW_REPEATED",
          column: "provider",
          value: row.provider,
          text,
        }),
      );
    }
  }
  return issues;
}

function faults(facts: Facts, row: Dependency, asset: number, commodity: string): Finding[] {
  const found: Finding[] = [];
  const { provider, dependent, lagHours } = row;
  if (facts.islands.get(commodity)?.islandOf.has(asset) !== true) {
    const text = `${dependent} has no connection for ${commodity}, so it is not in that network: add a connection or remove the row.`;
    found.push({ code: "NETWORK_NOT_CONNECTED", column: "provider", value: provider, text });
  }
  const produces = facts.dataset.assets[asset]?.produces ?? [];
  if (produces.some((amount) => amount.commodity === commodity)) {
    const text = `${dependent} produces ${commodity} and so does not depend on that network: remove the row.`;
    found.push({ code: "NETWORK_OF_PRODUCER", column: "provider", value: provider, text });
  }
  if (lagHours !== undefined && lagHours !== 0) {
    const text = `A network has no lag: leave lag_hours empty, or use buffer_hours.`;
    found.push({ code: "NETWORK_ROW_LAG", column: "lag_hours", value: lagHours, text });
  }
  return found;
}
