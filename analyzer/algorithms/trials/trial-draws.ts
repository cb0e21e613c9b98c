import type { Dataset } from "../../model/dataset.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { System } from "../../system/system.ts";
import { Chance } from "../chance/chance.ts";
import { type BufferChances, BufferDraws, bufferChances } from "./buffer-draws.ts";
import { type DrawnShocks, ShockDraws, type ShockChances, type StruckAssets, shockChances } from "./shock-draws.ts";
import {
  certainTransmission,
  type TransmissionChances,
  TransmissionDraws,
  transmissionChances,
} from "./transmission-draws.ts";

/** What of a trial is drawn; the rest is certain. */
export interface DrawnInputs extends DrawnShocks {
  /** Whether a dependency may fail to transmit: where not, every one does. */
  readonly transmission: boolean;
  /** How far a buffer may be from what is stated, as a share of it (0..1). */
  readonly bufferSpread: number;
}

/** All that a trial of one scenario draws from. Typed arrays and numbers, so that it can be sent to another thread. */
export interface TrialChances {
  readonly seed: number;
  readonly shocks: ShockChances;
  readonly transmission: TransmissionChances;
  readonly buffers: BufferChances;
}

/** Prepares the trials of a scenario that resolves without errors. O(shocks x assets + members + groups). */
export function trialChances(
  dataset: Dataset,
  system: System,
  scenario: Scenario,
  seed: number,
  drawn: DrawnInputs,
): TrialChances {
  return {
    seed,
    shocks: shockChances(dataset, scenario, drawn),
    transmission: drawn.transmission ? transmissionChances(dataset.dependencies, system) : certainTransmission,
    buffers: bufferChances(system, drawn.bufferSpread),
  };
}

/** The world of one trial: what the event engine is to run. */
export interface TrialWorld {
  readonly plan: StruckAssets;
  readonly closedMembers: Int32Array;
  readonly bufferTicks: Float64Array;
}

/**
 * A trial (model.md section 3) is the run of a scenario in a world of its own: each asset that a shock selects is hit
 * with the shock's likelihood; a hit by a shock without hours lasts the asset's repair time; each dependency transmits
 * with its likelihood, else its dependent goes on as if it were satisfied, for the whole run; each buffer lasts its
 * stated hours times a factor. Every draw is independent, and keyed by (seed, trial, entity): any trial can be made
 * again alone.
 */
export class TrialDraws {
  private readonly shocks: ShockDraws;
  private readonly transmission: TransmissionDraws;
  private readonly buffers: BufferDraws;

  constructor(chances: TrialChances, system: System) {
    const chance = new Chance(chances.seed);
    this.shocks = new ShockDraws(chances.shocks, chance);
    this.transmission = new TransmissionDraws(chances.transmission, chance);
    this.buffers = new BufferDraws(chances.buffers, chance, system);
  }

  /** The world of a trial, 0 or above. Null where tossing its coins, a whole block together, was told to stop. */
  worldUnless(aborted: () => boolean, trial: number): TrialWorld | null {
    const isTossed = this.shocks.toss(trial, aborted) && this.transmission.toss(trial, aborted);
    return isTossed ? this.world(trial) : null;
  }

  /** The world of a trial, 0 or above. */
  world(trial: number): TrialWorld {
    return {
      plan: this.shocks.plan(trial),
      closedMembers: this.transmission.closedMembers(trial),
      bufferTicks: this.buffers.bufferTicks(trial),
    };
  }
}
