import { type ForestPlan, planForest } from "../algorithms/timed-closure/forest-plan.ts";
import { TimedForest } from "../algorithms/timed-closure/timed-forest.ts";
import type { TimedLayout } from "../algorithms/timed-closure/timed-layout.ts";
import { FailureTally } from "./forest-tally.ts";
import type { PieceGround } from "./ground.ts";
import { ScanRowList, type ScanRows } from "./scan-rows.ts";
import { addRow, type ScanWindow, type SourceScan } from "./source-scan.ts";
import type { Watch } from "./watch.ts";

/** Sources that are tried to see how much a loss takes. */
const sampleCount = 200;
/** From this mean on one sweep over all is quicker than a cascade per source (performance.md section 3.4). */
const meanForForest = 20;

/**
 * The plan of a forest for a scan, null where a cascade per source is better: what is lost comes back before the horizon,
 * or a sample of the sources takes little.
 */
export function planScanForest(scan: SourceScan, window: ScanWindow, sourceCount: number): ForestPlan | null {
  const { lostTicks, horizonTick } = window;
  if (lostTicks < horizonTick || horizonTick === 0) return null;
  const tried = Math.min(sampleCount, sourceCount);
  const enough = meanForForest * tried;
  let taken = 0;
  for (let sample = 0; sample < tried && taken < enough; sample += 1) {
    scan.timed.begin(Math.floor((sample * sourceCount) / tried), horizonTick);
    scan.timed.runUntil(horizonTick);
    taken += scan.timed.failedCount;
  }
  return taken < enough ? null : planForest(scan.layout, horizonTick);
}

/** The rows of some knots of a forest; a source for which the forest does not hold has one by itself. */
export function forestRows(
  { territory }: PieceGround,
  scan: SourceScan,
  plan: ForestPlan,
  [from, to]: readonly [number, number],
  window: ScanWindow,
  watch: Watch,
): ScanRows | null {
  const tally = new FailureTally(territory);
  const forest = new TimedForest(scan.layout, plan, window.horizonTick, tally);
  const assetCount = territory.sectorOf.length;
  const most = nodesIn(plan, from, to);
  const rows = new ScanRowList(most);
  let done = 0;
  const complete = forest.sweep(from, to, (sources, tick, isOutside) => {
    for (const source of sources) {
      if (source >= assetCount) continue;
      if (watch.aborted()) return false;
      if (!isOutside && failsAsRemoved(scan.layout, source)) {
        rows.add(source, "timed forest", tally.consequences(source, tick + window.horizonTick));
      } else addRow(rows, scan, source, window);
      done += 1;
      watch.progress(done, most);
    }
    return true;
  });
  return complete ? rows.rows() : null;
}

/** Whether the removal of an asset does no more than its failure: it cuts nothing off. */
function failsAsRemoved({ branchStart, disturbsNetwork }: TimedLayout, asset: number): boolean {
  return disturbsNetwork[asset] === 0 && branchStart[asset] === branchStart[asset + 1];
}

function nodesIn({ knotStart, preorder }: ForestPlan, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) count += knotStart[preorder[at]! + 1]! - knotStart[preorder[at]!]!;
  return count;
}
