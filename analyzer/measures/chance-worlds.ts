import type { Trace } from "../algorithms/cascade/trace.ts";
import { limits } from "../model/limits.ts";
import type { Consequence } from "../model/result.ts";
import type { PieceGround } from "./ground.ts";
import type { RunCount } from "./set-losses.ts";
import { SetTally } from "./set-tally.ts";

/** What is looked at in every world: whether an asset goes down, whether a consequence reaches a level, or the consequence. */
export type Top =
  | { readonly kind: "down"; readonly asset: number }
  | { readonly kind: "reaches"; readonly by: Consequence; readonly atLeast: number }
  | { readonly kind: "expected"; readonly by: Consequence };

/** Assets that may be lost, each by itself, and how. All lists run over these assets. */
export interface ChanceLosses {
  readonly asset: Int32Array;
  /** Above 0, at most 1. */
  readonly likelihood: Float64Array;
  readonly fromTick: Float64Array;
  readonly toTick: Float64Array;
  readonly availability: Float64Array;
  readonly horizonTick: number;
  /** Assets that do not count as reached; null where it is those that are lost. */
  readonly named: Int32Array | null;
}

/** Runs worlds in which some of the assets that may be lost are, one after another. */
export class ChanceWorlds {
  private readonly tally: SetTally;
  private runs = 0;
  private cappedRuns = 0;

  constructor(
    private readonly ground: PieceGround,
    private readonly losses: ChanceLosses,
    private readonly top: Top,
  ) {
    this.tally = new SetTally(ground.territory);
  }

  get count(): RunCount {
    return { runs: this.runs, cappedRuns: this.cappedRuns };
  }

  /**
   * The top in the world in which the assets at these places of the lists are lost: 1 or 0 for an event, else the
   * consequence. Person-hours leave out the assets that state no people.
   */
  value(lost: readonly number[]): number {
    const { asset, fromTick, toTick, availability, horizonTick } = this.losses;
    const plan = {
      asset: lost.map((place) => asset[place]!),
      fromTick: lost.map((place) => fromTick[place]!),
      toTick: lost.map((place) => toTick[place]!),
      availability: lost.map((place) => availability[place]!),
    };
    const { trace, stopped } = this.ground.cascade.run(plan, {
      horizonTick,
      maxEvents: limits.events,
      causes: false,
    });
    this.runs += 1;
    if (stopped === "steps") this.cappedRuns += 1;
    return this.valueOf(this.losses.named ?? plan.asset, trace);
  }

  private valueOf(named: ArrayLike<number>, trace: Trace): number {
    if (this.top.kind === "down") return goesDown(trace, this.top.asset) ? 1 : 0;
    const value = this.tally.consequences(named, trace)[this.top.by] ?? 0;
    return this.top.kind === "expected" ? value : Number(value >= this.top.atLeast);
  }
}

function goesDown(trace: Trace, asset: number): boolean {
  for (let record = trace.last[asset]!; record !== -1; record = trace.previous[record]!) {
    if (trace.level[record]! <= 1e-9) return true;
  }
  return false;
}
