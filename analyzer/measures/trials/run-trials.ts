import { type TrialChances, TrialDraws } from "../../algorithms/trials/trial-draws.ts";
import { limits } from "../../model/limits.ts";
import { consequences } from "../../model/result.ts";
import type { PieceGround } from "../ground.ts";
import type { Watch } from "../watch.ts";
import { SetTally } from "../set-tally.ts";
import { type MomentsColumns, MomentsTable } from "../statistics/moments-table.ts";

/** What the trials of one scenario need. Can be sent to another thread. */
export interface TrialsWork {
  readonly chances: TrialChances;
  /** Assets that the scenario's shocks select, hit or not, ascending: none of them counts as reached. */
  readonly named: Int32Array;
  readonly horizonTick: number;
}

/** Rows that lost anything in these trials, and their outage hours over the trials in which they did. */
export interface LossColumns {
  readonly rows: Int32Array;
  readonly columns: MomentsColumns;
}

/**
 * What a stretch of trials came to. It does not tell how the trials were computed: another kernel may fill it where it
 * gives the same numbers.
 */
export interface TrialsPart {
  /** [consequence x trial of the stretch] in the order of `consequences`; NaN where not known. */
  readonly values: Float64Array;
  /** Trials that ended at the cap on events and are incomplete. */
  readonly cappedTrials: number;
  readonly assets: LossColumns;
  readonly states: LossColumns;
  /** [State] trials in which an asset of it that no shock names was disrupted. */
  readonly stateReached: Int32Array;
}

/**
 * Runs the trials `from` up to, not including, `to`, one after another by the event engine. Null where the caller
 * aborted.
 *
 * Cost: a cascade without causes per trial, and its draws.
 */
export function runTrials(
  { cascade, territory }: PieceGround,
  work: TrialsWork,
  from: number,
  to: number,
  watch: Watch,
): TrialsPart | null {
  const draws = new TrialDraws(work.chances, cascade.system);
  const losses = new LossSums(work.named, territory.codes.length, territory.sectorOf.length);
  const tally = new SetTally(territory);
  const count = to - from;
  const values = new Float64Array(consequences.length * count);
  let cappedTrials = 0;
  for (let at = 0; at < count; at += 1) {
    if (watch.aborted()) return null;
    const drawn = draws.worldUnless(() => watch.aborted(), from + at);
    if (drawn === null) return null;
    const { plan, ...world } = drawn;
    const options = { horizonTick: work.horizonTick, maxEvents: limits.events, causes: false, ...world };
    const { trace, stopped } = cascade.run(plan, options);
    if (stopped === "steps") cappedTrials += 1;
    const found = tally.consequences(work.named, trace);
    consequences.forEach((name, column) => {
      values[column * count + at] = found[name] ?? Number.NaN;
    });
    losses.add(tally.lossesByAsset(trace), tally.lossOf, territory);
    watch.progress(at + 1, count);
  }
  return { values, cappedTrials, ...losses.columns() };
}

type Territory = PieceGround["territory"];

/** Sums what assets and States lose, trial after trial. */
class LossSums {
  private readonly assets: MomentsTable;
  private readonly states: MomentsTable;
  private readonly stateReached: Int32Array;
  private readonly isNamed: Uint8Array;
  /** [State] hours lost in the trial at hand, and the trial in which it was last touched and reached. */
  private readonly hours: Float64Array;
  private readonly touchedIn: Int32Array;
  private readonly reachedIn: Int32Array;
  private trial = 0;

  constructor(named: Int32Array, stateCount: number, assetCount: number) {
    this.assets = new MomentsTable(assetCount);
    this.states = new MomentsTable(stateCount);
    this.stateReached = new Int32Array(stateCount);
    this.isNamed = new Uint8Array(assetCount);
    for (const asset of named) this.isNamed[asset] = 1;
    this.hours = new Float64Array(stateCount);
    this.touchedIn = new Int32Array(stateCount);
    this.reachedIn = new Int32Array(stateCount);
  }

  /** Adds a trial: the assets that lost anything, ascending, and what each lost. */
  add(assets: readonly number[], lossOf: Float64Array, { shareStart, stateOf, shareOf }: Territory): void {
    this.trial += 1;
    const touched: number[] = [];
    for (const asset of assets) {
      this.assets.add(asset, lossOf[asset]!);
      for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) {
        const state = stateOf[at]!;
        if (this.touchedIn[state] !== this.trial) {
          this.touchedIn[state] = this.trial;
          this.hours[state] = 0;
          touched.push(state);
        }
        this.hours[state]! += lossOf[asset]! * shareOf[at]!;
        if (this.isNamed[asset] === 0 && this.reachedIn[state] !== this.trial) {
          this.reachedIn[state] = this.trial;
          this.stateReached[state]! += 1;
        }
      }
    }
    for (const state of touched) this.states.add(state, this.hours[state]!);
  }

  columns(): Pick<TrialsPart, "assets" | "states" | "stateReached"> {
    return { assets: this.assets.filled(), states: this.states.filled(), stateReached: this.stateReached };
  }
}
