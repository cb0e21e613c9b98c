import {
  type Dataset,
  type Overlay,
  runAnalysis,
  type AnalysisOutcome,
  type Scenario,
} from "../../../analyzer/index.ts";
import { runScenario, type RunNumbers, type RunOptions } from "../../../analyzer/measures/run-scenario.ts";
import { prepareGround } from "../../../analyzer/run/ground.ts";
import { resolveScenario } from "../../../analyzer/system/resolve-scenario.ts";

/** The numbers of one run, without the door's reading of parameters. */
export function numbersOf(dataset: Dataset, scenario: Scenario, options: RunOptions = {}): RunNumbers {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  const { resolved, issues } = resolveScenario(dataset, scenario);
  if (issues.length > 0) throw new Error(issues.map(({ text }) => text).join("\n"));
  return runScenario(prepared.ground, scenario, resolved, options);
}

/** What an analysis says of a dataset with overlays. */
export function outcomeOf(
  id: string,
  dataset: Dataset,
  parameters: unknown,
  overlays: readonly Overlay[] = [],
): AnalysisOutcome {
  const host = { progress: () => undefined, aborted: () => false };
  return runAnalysis(id, { dataset, hash: "test", overlays, engine: "test" }, parameters, host);
}
