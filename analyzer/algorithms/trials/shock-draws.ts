import type { Dataset } from "../../model/dataset.ts";
import type { Scenario } from "../../model/scenario.ts";
import { type ResolvedScenario, resolveScenario } from "../../system/resolve-scenario.ts";
import { toTicks } from "../../system/ticks.ts";
import { type Chance, purposes } from "../chance/chance.ts";
import { entityKeys } from "../chance/entity-keys.ts";
import { CoinDraws, type Coins } from "./coin-draws.ts";
import { RepairDraws, type RepairTimes, repairTimes } from "./repair-draws.ts";

/** What the shocks of a scenario may do: an entry per shock and asset it selects, and a coin for each. */
export interface ShockChances extends Coins {
  readonly asset: Int32Array;
  readonly fromTick: Float64Array;
  /** Infinity where the shock states no hours. */
  readonly toTick: Float64Array;
  readonly availability: Float64Array;
  /** NaN where the shock states its hours. */
  readonly repair: RepairTimes;
}

/** Which of the draws of a scenario's shocks count; what is not drawn is certain. */
export interface DrawnShocks {
  /** Whether a shock may miss: where not, every one hits. */
  readonly hits: boolean;
  /** Whether repair times spread: where not, each takes its likely time. */
  readonly repair: boolean;
}

/** The shocks of one trial. */
export type StruckAssets = Omit<ResolvedScenario, "named">;

/**
 * Prepares the draws of a scenario that resolves without errors. The entity of a draw is the asset's id with the number
 * of the shock, from 0.
 *
 * Cost: O(shocks x assets).
 */
export function shockChances(dataset: Dataset, scenario: Scenario, drawn: DrawnShocks): ShockChances {
  const entries = scenario.shocks.flatMap((shock, number) => {
    const { resolved } = resolveScenario(dataset, { ...scenario, shocks: [shock] });
    return [...resolved.asset].map((asset, at) => ({ asset, at, shock, number, resolved }));
  });
  return {
    asset: Int32Array.from(entries, ({ asset }) => asset),
    fromTick: Float64Array.from(entries, ({ resolved, at }) => resolved.fromTick[at]!),
    toTick: Float64Array.from(entries, ({ resolved, at }) => resolved.toTick[at]!),
    availability: Float64Array.from(entries, ({ resolved, at }) => resolved.availability[at]!),
    likelihood: Float64Array.from(entries, ({ shock }) => (drawn.hits ? (shock.likelihood ?? 1) : 1)),
    repair: repairTimes(
      entries.map(({ asset, shock }) => (shock.hours === undefined ? dataset.assets[asset]! : null)),
      drawn.repair,
    ),
    keys: entityKeys(entries.map(({ asset, number }) => JSON.stringify([dataset.assets[asset]!.id, number]))),
  };
}

/**
 * The shocks of a trial (model.md section 3): each selected asset is hit with the shock's likelihood, apart from the
 * others; one hit by a shock that states no hours is out for its repair time where that is known, else to the end.
 */
export class ShockDraws {
  private readonly hits: CoinDraws;
  private readonly repair: RepairDraws;

  constructor(
    private readonly chances: ShockChances,
    chance: Chance,
  ) {
    this.hits = new CoinDraws(chances, purposes.shock, chance);
    this.repair = new RepairDraws(chances.repair, chances.keys, chance);
  }

  /** Tosses the coins of a trial's block ahead. False where it was told to stop. */
  toss(trial: number, aborted: () => boolean): boolean {
    return this.hits.toss(trial, aborted);
  }

  /** The shocks that hit, in the order of the entries. */
  plan(trial: number): StruckAssets {
    const { chances } = this;
    const hit = this.hits.rows(trial, true);
    return {
      asset: Int32Array.from(hit, (entry) => chances.asset[entry]!),
      fromTick: Float64Array.from(hit, (entry) => chances.fromTick[entry]!),
      toTick: Float64Array.from(hit, (entry) => this.endTick(entry, trial)),
      availability: Float64Array.from(hit, (entry) => chances.availability[entry]!),
    };
  }

  private endTick(entry: number, trial: number): number {
    const stated = this.chances.toTick[entry]!;
    if (stated !== Number.POSITIVE_INFINITY || !this.repair.isKnown(entry)) return stated;
    return this.chances.fromTick[entry]! + toTicks(this.repair.hours(entry, trial));
  }
}
