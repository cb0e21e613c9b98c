import type { Trace } from "../algorithms/cascade/trace.ts";
import { compareIds } from "../model/dataset.ts";
import type { Consequence, RankResult, RankRow } from "../model/result.ts";
import { limits } from "../model/limits.ts";
import type { Territory } from "../system/territory.ts";
import { toTicks } from "../system/ticks.ts";
import { recordLossHours } from "./losses.ts";
import { PersonHours } from "./reach.ts";
import type { RunGround } from "./ground.ts";

/** What a scan asks: every asset fully lost alone for `hours`, watched to `horizonHours`, ranked by `by`. */
export interface RankQuestion {
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  /** How many rows to give; all where left out. */
  readonly limit?: number;
}

/** How the caller follows a long scan. */
export interface Watch {
  progress(done: number, total: number): void;
  aborted(): boolean;
}

type Consequences = Omit<RankRow, "rank">;

/**
 * Single-failure scan (model.md section 5) by the event engine, one run per asset. Highest first, exact ties by id; an
 * unknown consequence comes last. Returns null where the caller aborted.
 *
 * Cost: one cascade per asset.
 */
export function rankAssets(ground: RunGround, question: RankQuestion, watch: Watch): RankResult | null {
  const { cascade } = ground;
  const { assetIds } = cascade.system;
  const tally = new ScanTally(ground.territory);
  const rows: Consequences[] = [];
  const horizonTick = toTicks(question.horizonHours);
  const plan = {
    asset: new Int32Array(1),
    fromTick: new Float64Array(1),
    toTick: Float64Array.of(toTicks(question.hours)),
    availability: new Float64Array(1),
  };
  for (let asset = 0; asset < assetIds.length; asset += 1) {
    if (watch.aborted()) return null;
    plan.asset[0] = asset;
    const { trace } = cascade.run(plan, { horizonTick, maxEvents: limits.events, causes: false });
    rows.push({ id: assetIds[asset]!, ...tally.consequences(asset, trace) });
    watch.progress(asset + 1, assetIds.length);
  }
  const ranked = rows.toSorted((x, y) => compareConsequence(y, x, question.by) || compareIds(x.id, y.id));
  return {
    kind: "rank",
    by: question.by,
    hours: question.hours,
    horizonHours: question.horizonHours,
    rows: ranked.slice(0, question.limit ?? ranked.length).map((row, index) => ({ rank: index + 1, ...row })),
  };
}

function compareConsequence(x: Consequences, y: Consequences, by: Consequence): number {
  const [left, right] = [x[by], y[by]];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return left - right;
}

/** Sums one run after another over the same buffers; every sum is made in the order in which a single run makes it. */
class ScanTally {
  /** [asset] outage hours in the run at hand. */
  private readonly lossOf: Float64Array;
  /** [State] the source for which it was last counted as home, and as reached. */
  private readonly homeOf: Int32Array;
  private readonly stateReachedBy: Int32Array;
  private readonly sectorReachedBy: Int32Array;

  constructor(private readonly territory: Territory) {
    this.lossOf = new Float64Array(territory.sectorOf.length);
    this.homeOf = new Int32Array(territory.codes.length).fill(-1);
    this.stateReachedBy = new Int32Array(territory.codes.length).fill(-1);
    this.sectorReachedBy = new Int32Array(territory.sectors.length).fill(-1);
  }

  /** What the loss of `source` brought. O(records + assets reached x (shares + log assets reached)). */
  consequences(source: number, trace: Trace): Omit<Consequences, "id"> {
    const { shareStart, stateOf, shareOf, peopleServed } = this.territory;
    for (let at = shareStart[source]!; at < shareStart[source + 1]!; at += 1) this.homeOf[stateOf[at]!] = source;
    const people = new PersonHours();
    let outageHours = 0;
    let foreignOutageHours = 0;
    const reached = { states: 0, foreignStates: 0, sectors: 0 };
    const assets = this.sumByAsset(trace);
    for (const asset of assets) {
      const loss = this.lossOf[asset]!;
      outageHours += loss;
      people.add(loss, peopleServed[asset]!);
      for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) {
        if (this.homeOf[stateOf[at]!] !== source) foreignOutageHours += loss * shareOf[at]!;
      }
      if (asset !== source) this.countReached(source, asset, reached);
    }
    return {
      outageHours,
      personHours: people.value(),
      foreignOutageHours,
      assetsDisrupted: assets.length,
      statesReached: reached.states,
      foreignStatesReached: reached.foreignStates,
      sectorsReached: reached.sectors,
    };
  }

  /** The assets that lost anything, ascending; what each lost stands in `lossOf`. */
  private sumByAsset(trace: Trace): number[] {
    const assets: number[] = [];
    for (let record = 0; record < trace.count; record += 1) {
      const asset = trace.asset[record]!;
      if (trace.previous[record] === -1) {
        assets.push(asset);
        this.lossOf[asset] = 0;
      }
      this.lossOf[asset]! += recordLossHours(trace, record);
    }
    return assets.sort((a, b) => a - b);
  }

  /** Counts the States and the sector of an asset that the source reached, each once. */
  private countReached(
    source: number,
    asset: number,
    reached: { states: number; foreignStates: number; sectors: number },
  ): void {
    const { shareStart, stateOf, sectorOf } = this.territory;
    if (this.sectorReachedBy[sectorOf[asset]!] !== source) {
      this.sectorReachedBy[sectorOf[asset]!] = source;
      reached.sectors += 1;
    }
    for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) {
      const state = stateOf[at]!;
      if (this.stateReachedBy[state] === source) continue;
      this.stateReachedBy[state] = source;
      reached.states += 1;
      if (this.homeOf[state] !== source) reached.foreignStates += 1;
    }
  }
}
