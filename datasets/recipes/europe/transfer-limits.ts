import type { TransferLimit } from "../../../analyzer/index.ts";
import { assetOf, type Draft, type PlacedAsset } from "./draft.ts";
import { number, readTable, text } from "./table.ts";

/** What one State's grid can send another's, MW: `transfer-limits.csv`, one row for each pair and direction. */
export function readTransferLimits(folder: string): TransferLimit[] {
  return readTable(folder, "transfer-limits.csv").map((row) => ({
    from: text(row, "from"),
    to: text(row, "to"),
    capacity: number(row, "capacity_mw"),
  }));
}

/**
 * The limits that say more than the lines themselves. Where a limit is what the connections of the pair add up to, they say it, and a
 * further line between the two then counts as well.
 */
export function limitsBeyondLines(limits: readonly TransferLimit[], draft: Draft): TransferLimit[] {
  const together = new Map<string, number>();
  for (const { a, b, commodity, capacity } of draft.connections.values()) {
    const [from, to] = [zoneOf(assetOf(draft, a)), zoneOf(assetOf(draft, b))];
    if (commodity !== "electricity" || from === to) continue;
    for (const pair of [`${from} ${to}`, `${to} ${from}`]) {
      together.set(pair, (together.get(pair) ?? 0) + (capacity ?? Number.POSITIVE_INFINITY));
    }
  }
  return limits.filter(({ from, to, capacity }) => Math.abs(capacity - (together.get(`${from} ${to}`) ?? 0)) > 0.5);
}

/** The State whose grid an asset counts to: that of its largest share, ties the first named. */
function zoneOf({ states }: PlacedAsset): string {
  return states.reduce((largest, share) => (share.share > largest.share ? share : largest)).state;
}
