import type { CascadeOptions } from "../../algorithms/cascade/cascade.ts";
import { Chance } from "../../algorithms/chance/chance.ts";
import { BufferDraws } from "../../algorithms/trials/buffer-draws.ts";
import { RepairDraws } from "../../algorithms/trials/repair-draws.ts";
import { TransmissionDraws } from "../../algorithms/trials/transmission-draws.ts";
import { limits } from "../../model/limits.ts";
import { scanLossHours } from "../../model/scenario.ts";
import { toTicks } from "../../system/ticks.ts";
import type { PieceGround } from "../ground.ts";
import type { Watch } from "../watch.ts";
import { pieceRange } from "../round.ts";
import { SetTally } from "../set-tally.ts";
import { leastScreenPiece, leastTrialsPiece, type RankTrialsPlan } from "./rank-trials-plan.ts";
import type { UncertainInput } from "./rank-trials-result.ts";

/**
 * What a piece found: of a screen a value per asset, of trials one per (trial, held input, candidate), in that order;
 * NaN where not known.
 */
export interface RankTrialsPart {
  readonly values: Float64Array;
  readonly cappedRuns: number;
}

/**
 * One piece of a scan under chance. All candidates of a trial meet the same world (common random numbers), so that they
 * differ by what they are and not by luck. Null where the caller aborted.
 *
 * Cost: a cascade per asset of a screen; per trial one per candidate and held input.
 */
export function rankTrialsPiece(
  ground: PieceGround,
  plan: RankTrialsPlan,
  index: number,
  watch: Watch,
): RankTrialsPart | null {
  const losses = new AssetLosses(ground, plan);
  return plan.stage === "screen" ? screen(ground, losses, index, watch) : runTrials(losses, ground, plan, index, watch);
}

function screen({ cascade }: PieceGround, losses: AssetLosses, index: number, watch: Watch): RankTrialsPart | null {
  const [from, to] = pieceRange(cascade.system.assetIds.length, leastScreenPiece, index);
  const values = new Float64Array(to - from);
  for (let asset = from; asset < to; asset += 1) {
    if (watch.aborted()) return null;
    values[asset - from] = losses.value(asset, losses.likelyHours(asset), {});
    watch.progress(asset - from + 1, to - from);
  }
  return { values, cappedRuns: losses.cappedRuns };
}

function runTrials(
  losses: AssetLosses,
  { cascade: { system } }: PieceGround,
  plan: RankTrialsPlan,
  index: number,
  watch: Watch,
): RankTrialsPart | null {
  const { candidates, held, question } = plan;
  const [from, to] = pieceRange(question.trials, leastTrialsPiece, index);
  const chance = new Chance(question.seed);
  const transmission = new TransmissionDraws(plan.transmission, chance);
  const buffers = new BufferDraws(plan.buffers, chance, system);
  const repair = new RepairDraws(plan.repair, plan.repairKeys, chance);
  const hours = (asset: number, trial: number, kept: UncertainInput | null) =>
    kept === "repair" || !repair.isKnown(asset) ? losses.likelyHours(asset) : repair.hours(asset, trial);
  const values = new Float64Array((to - from) * held.length * candidates.length);
  let at = 0;
  for (let trial = from; trial < to; trial += 1) {
    const closedMembers = transmission.closedMembers(trial);
    const bufferTicks = buffers.bufferTicks(trial);
    for (const kept of held) {
      const world = {
        ...(kept === "transmission" ? {} : { closedMembers }),
        ...(kept === "buffers" ? {} : { bufferTicks }),
      };
      for (const asset of candidates) {
        if (watch.aborted()) return null;
        values[at] = losses.value(asset, hours(asset, trial, kept), world);
        at += 1;
        watch.progress(at, values.length);
      }
    }
  }
  return { values, cappedRuns: losses.cappedRuns };
}

type World = Pick<CascadeOptions, "closedMembers" | "bufferTicks">;

/** Loses one asset after another, each alone. */
class AssetLosses {
  cappedRuns = 0;
  private readonly tally: SetTally;
  private readonly horizonTick: number;
  private readonly shock = {
    asset: new Int32Array(1),
    fromTick: new Float64Array(1),
    toTick: new Float64Array(1),
    availability: new Float64Array(1),
  };

  constructor(
    private readonly ground: PieceGround,
    private readonly plan: RankTrialsPlan,
  ) {
    this.tally = new SetTally(ground.territory);
    this.horizonTick = toTicks(plan.horizonHours);
  }

  /** How long an asset is lost where nothing is drawn. */
  likelyHours(asset: number): number {
    const likely = this.plan.repair.likelyHours[asset]!;
    return Number.isNaN(likely) ? (this.plan.question.hours ?? scanLossHours) : likely;
  }

  /** The consequence of losing an asset for some hours in a world; NaN where not known. */
  value(asset: number, hours: number, world: World): number {
    const { shock, horizonTick } = this;
    shock.asset[0] = asset;
    shock.toTick[0] = toTicks(hours);
    const options = { horizonTick, maxEvents: limits.events, causes: false, ...world };
    const { trace, stopped } = this.ground.cascade.run(shock, options);
    if (stopped === "steps") this.cappedRuns += 1;
    return this.tally.consequences(shock.asset, trace)[this.plan.question.by] ?? Number.NaN;
  }
}
