import {
  type Dataset,
  type Issue,
  type RankResult,
  type RunResult,
  runAnalysis,
  type Scenario,
} from "../../analyzer/index.ts";

/** Questions asked through the door of the core, as every host asks them. */

const host = { progress: () => undefined, aborted: () => false };

function ask(id: string, dataset: Dataset, parameters: unknown): RunResult | RankResult {
  const outcome = runAnalysis(id, { dataset, hash: "test", overlays: [], engine: "test" }, parameters, host);
  if (outcome.kind === "refused") throw new Error(outcome.issues.map((issue: Issue) => issue.text).join("\n"));
  if (outcome.kind !== "done") throw new Error(`${id} was ${outcome.kind}`);
  if (outcome.result.kind !== "run" && outcome.result.kind !== "rank") throw new Error(`${id} gave another result`);
  return outcome.result;
}

/** The result of one cascade; throws where the door refuses. */
export function runEngine(dataset: Dataset, scenario: Scenario): RunResult {
  const result = ask("run", dataset, { scenario });
  if (result.kind !== "run") throw new Error("run gave no run");
  return result;
}

/** The single-failure scan; throws where the door refuses. */
export function rankEngine(dataset: Dataset, parameters: { hours?: number; horizonHours?: number }): RankResult {
  const result = ask("rank", dataset, parameters);
  if (result.kind !== "rank") throw new Error("rank gave no rank");
  return result;
}
