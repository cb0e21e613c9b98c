import type { TrialChances } from "../../algorithms/trials/trial-draws.ts";
import type { RunResult } from "../../model/result.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { RunGround } from "../ground.ts";
import { type RunNumbers, runScenario } from "../run-scenario.ts";
import { type DrawnTrial, trialScenario } from "./trial-scenario.ts";
import type { DrawnStatement } from "./trials-result.ts";

/** One trial as a run of its own, with causes and chains, and what was drawn for it. */
export interface ReplayResult extends Omit<RunResult, "kind">, DrawnStatement {
  readonly kind: "replay";
  readonly trial: number;
  readonly drawn: DrawnTrial;
}

/**
 * Runs one trial again with the causes of all that it lost. An asset that the scenario selects counts as named by it,
 * hit or not, as in the trials.
 *
 * Cost: a cascade with causes, and the draws of one trial.
 */
export function replayTrial(
  ground: RunGround,
  scenario: Scenario,
  named: Int32Array,
  chances: TrialChances,
  trial: number,
): { readonly numbers: RunNumbers; readonly drawn: DrawnTrial } {
  const { world, drawn } = trialScenario(ground, chances, trial);
  const { plan, closedMembers, bufferTicks } = world;
  const numbers = runScenario(ground, scenario, { ...plan, named }, { world: { closedMembers, bufferTicks } });
  return { numbers: { ...numbers, warnings: numbers.warnings.filter(({ code }) => code !== "RUN_CERTAIN") }, drawn };
}
