import { type TrialChances, TrialDraws, type TrialWorld } from "../../algorithms/trials/trial-draws.ts";
import type { System } from "../../system/system.ts";
import { toHours } from "../../system/ticks.ts";
import type { RunGround } from "../ground.ts";

/** A shock as it struck in a trial. `toHours` is null where it lasts to the end. */
export interface DrawnShock {
  readonly id: string;
  readonly fromHours: number;
  readonly toHours: number | null;
  readonly availability: number;
}

/** What a trial drew, in words of the dataset. */
export interface DrawnTrial {
  /** Assets that were hit, shock by shock. */
  readonly hits: readonly DrawnShock[];
  /** Ids of the dependencies that did not transmit, ascending. */
  readonly closedDependencies: readonly string[];
  /** Buffers that were drawn, by dependent and group. */
  readonly buffers: readonly { readonly id: string; readonly group: string; readonly bufferHours: number }[];
}

/** A trial drawn again alone: for the engine, and in words. O(what can be drawn). */
export function trialScenario(
  { dataset, cascade: { system } }: RunGround,
  chances: TrialChances,
  trial: number,
): { readonly world: TrialWorld; readonly drawn: DrawnTrial } {
  const world = new TrialDraws(chances, system).world(trial);
  const { plan, closedMembers, bufferTicks } = world;
  const drawn = {
    hits: [...plan.asset].map((asset, at) => ({
      id: system.assetIds[asset]!,
      fromHours: toHours(plan.fromTick[at]!),
      toHours: plan.toTick[at] === Number.POSITIVE_INFINITY ? null : toHours(plan.toTick[at]!),
      availability: plan.availability[at]!,
    })),
    closedDependencies: [...closedMembers].map((member) => dataset.dependencies[system.memberRow[member]!]!.id).sort(),
    buffers: [...chances.buffers.group].map((group) => drawnBuffer(system, group, bufferTicks)),
  };
  return { world, drawn };
}

function drawnBuffer(system: System, group: number, bufferTicks: Float64Array): DrawnTrial["buffers"][number] {
  return {
    id: system.assetIds[system.groupAsset[group]!]!,
    group: system.groupNames[group]!,
    bufferHours: toHours(bufferTicks[group]!),
  };
}
