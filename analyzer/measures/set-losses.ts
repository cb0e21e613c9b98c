import type { CascadeOutcome } from "../algorithms/cascade/cascade.ts";
import { limits } from "../model/limits.ts";
import type { Consequence } from "../model/result.ts";
import { toTicks } from "../system/ticks.ts";
import type { PieceGround } from "./ground.ts";
import { type ConsequenceValues, SetTally } from "./set-tally.ts";

/** What is asked of every set: all of it lost from hour 0 for `hours`, watched to `horizonHours`, judged by `by`. */
export interface LossQuestion {
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
}

/** Work counters of sets: runs of the event engine, and how many of them ended at the cap on events and are incomplete. */
export interface RunCount {
  readonly runs: number;
  readonly cappedRuns: number;
}

export function addCounts(counts: readonly RunCount[]): RunCount {
  return {
    runs: counts.reduce((sum, { runs }) => sum + runs, 0),
    cappedRuns: counts.reduce((sum, { cappedRuns }) => sum + cappedRuns, 0),
  };
}

/** Loses sets of assets together, one set after another, by the event engine: exact for every system of the model. */
export class SetLosses {
  readonly tally: SetTally;
  private runs = 0;
  private cappedRuns = 0;
  private readonly lostTicks: number;
  private readonly horizonTick: number;

  constructor(
    private readonly ground: PieceGround,
    private readonly question: LossQuestion,
  ) {
    this.tally = new SetTally(ground.territory);
    this.lostTicks = toTicks(question.hours);
    this.horizonTick = toTicks(question.horizonHours);
  }

  get count(): RunCount {
    return { runs: this.runs, cappedRuns: this.cappedRuns };
  }

  /**
   * The run in which the assets are lost together.
   *
   * @param closedMembers dependencies that count as satisfied
   */
  run(assets: ArrayLike<number>, closedMembers?: ArrayLike<number>): CascadeOutcome {
    const count = assets.length;
    const plan = {
      asset: assets,
      fromTick: new Float64Array(count),
      toTick: new Float64Array(count).fill(this.lostTicks),
      availability: new Float64Array(count),
    };
    const outcome = this.ground.cascade.run(plan, {
      horizonTick: this.horizonTick,
      maxEvents: limits.events,
      causes: false,
      ...(closedMembers === undefined ? {} : { closedMembers }),
    });
    this.runs += 1;
    if (outcome.stopped === "steps") this.cappedRuns += 1;
    return outcome;
  }

  /** All consequences of losing the assets together. */
  consequences(assets: ArrayLike<number>, closedMembers?: ArrayLike<number>): ConsequenceValues {
    return this.tally.consequences(assets, this.run(assets, closedMembers).trace);
  }

  /** The consequence that is asked for; NaN where it is not known. */
  value(assets: ArrayLike<number>, closedMembers?: ArrayLike<number>): number {
    return this.consequences(assets, closedMembers)[this.question.by] ?? Number.NaN;
  }
}

/** A value as results state it: null where it is not known. */
export function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Whether `value` is more than `best`, where anything known is more than what is not known. */
export function exceeds(value: number, best: number): boolean {
  return Number.isNaN(best) ? !Number.isNaN(value) : value > best;
}
