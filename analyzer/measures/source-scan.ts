import type { Cascade } from "../algorithms/cascade/cascade.ts";
import { Trace } from "../algorithms/cascade/trace.ts";
import { boundingLayout } from "../algorithms/timed-closure/bounding-layout.ts";
import { TimedCascade } from "../algorithms/timed-closure/timed-cascade.ts";
import { compileTimedLayout, type TimedLayout } from "../algorithms/timed-closure/timed-layout.ts";
import { TimedReturn } from "../algorithms/timed-closure/timed-return.ts";
import { limits } from "../model/limits.ts";
import type { Consequence } from "../model/result.ts";
import type { PieceGround } from "./ground.ts";
import type { ScanRowList } from "./scan-rows.ts";
import { type ConsequenceValues, SetTally } from "./set-tally.ts";

/** How long the source is lost and watched, in ticks. */
export interface ScanWindow {
  readonly lostTicks: number;
  readonly horizonTick: number;
}

/** Adds the row of a source by the timed closure where it holds, else by the event engine. */
export function addRow(rows: ScanRowList, scan: SourceScan, source: number, window: ScanWindow): void {
  const exact = scan.byClosure(source, window);
  if (exact === null) rows.add(source, "event engine", scan.byEngine(source, window));
  else rows.add(source, "timed closure", exact);
}

/** Made once per engine, so that the pieces of a scan share what does not depend on the source. */
const scans = new WeakMap<Cascade, SourceScan>();

export function sourceScanOf(ground: PieceGround): SourceScan {
  const known = scans.get(ground.cascade);
  if (known !== undefined) return known;
  const made = new SourceScan(ground);
  scans.set(ground.cascade, made);
  return made;
}

/**
 * What the loss of one asset alone brings, by whichever way is exact for it. All ways hand the same kind of records to the
 * same tally, so that a row has the same bits whichever was used.
 */
export class SourceScan {
  readonly layout: TimedLayout;
  readonly timed: TimedCascade;
  private readonly timedReturn: TimedReturn;
  private readonly bounding: TimedCascade;
  private readonly boundingReturn: TimedReturn;
  private readonly tally: SetTally;
  private readonly trace: Trace;
  private readonly plan = {
    asset: new Int32Array(1),
    fromTick: new Float64Array(1),
    toTick: new Float64Array(1),
    availability: new Float64Array(1),
  };

  constructor(private readonly ground: PieceGround) {
    this.layout = compileTimedLayout(ground.cascade.system);
    this.timed = new TimedCascade(this.layout);
    this.timedReturn = new TimedReturn(this.timed);
    this.bounding = new TimedCascade(boundingLayout(this.layout));
    this.boundingReturn = new TimedReturn(this.bounding);
    this.tally = new SetTally(ground.territory);
    this.trace = new Trace(ground.cascade.system.assetIds.length);
  }

  /** By the timed closure with return; null where it does not hold for the source. */
  byClosure(source: number, { lostTicks, horizonTick }: ScanWindow): ConsequenceValues | null {
    if (lostTicks === 0 || horizonTick === 0 || !this.timedReturn.run(source, lostTicks, horizonTick)) return null;
    return this.valuesOf(source, this.timed, horizonTick);
  }

  /** By the event engine, which answers for every source. */
  byEngine(source: number, { lostTicks, horizonTick }: ScanWindow): ConsequenceValues {
    this.plan.asset[0] = source;
    this.plan.toTick[0] = lostTicks;
    const options = { horizonTick, maxEvents: limits.events, causes: false };
    return this.tally.consequences(this.plan.asset, this.ground.cascade.run(this.plan, options).trace);
  }

  /**
   * A number that the consequence of losing the source does not exceed: what would be lost if every group fell with its
   * first shortage, and for good where such a return meets a failure. Infinity where a network is disturbed, -1 where the
   * consequence is sure to be unknown.
   */
  bound(source: number, { lostTicks, horizonTick }: ScanWindow, by: Consequence): number {
    if (lostTicks === 0 || horizonTick === 0) return Number.POSITIVE_INFINITY;
    const { bounding } = this;
    if (!this.boundingReturn.run(source, lostTicks, horizonTick)) {
      bounding.begin(source, horizonTick);
      bounding.runUntil(horizonTick);
    }
    if (bounding.isOutside) return Number.POSITIVE_INFINITY;
    const most = this.valuesOf(source, bounding, horizonTick)[by];
    // Sums of different summands round differently.
    return most === null ? -1 : most * (1 + 1e-9);
  }

  private valuesOf(source: number, { failed, failedCount, failedTick, backTick }: TimedCascade, horizonTick: number) {
    const { trace } = this;
    const assetCount = trace.open.length;
    trace.reset();
    for (let index = 0; index < failedCount; index += 1) {
      const asset = failed[index]!;
      if (asset >= assetCount) continue;
      trace.note(asset, failedTick[asset]!, 0);
      if (backTick[asset]! < horizonTick) trace.note(asset, backTick[asset]!, 1);
    }
    trace.close(horizonTick);
    this.plan.asset[0] = source;
    return this.tally.consequences(this.plan.asset, trace);
  }
}
