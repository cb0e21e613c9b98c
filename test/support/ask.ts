import { type AnalysisOutcome, type AnalysisResult, type Dataset, runAnalysis } from "../../analyzer/index.ts";

/** What an analysis of the catalogue says of a dataset, in this thread, unless it is told to stop. */
export function askAnalysis(id: string, dataset: Dataset, parameters: unknown, aborted = () => false): AnalysisOutcome {
  const input = { dataset, hash: "test", overlays: [], engine: "test" };
  return runAnalysis(id, input, parameters, { progress: () => undefined, aborted });
}

/** The result of an analysis; throws where the door refuses. */
export function resultOf<Kind extends AnalysisResult["kind"]>(
  id: Kind,
  dataset: Dataset,
  parameters: unknown,
): Extract<AnalysisResult, { kind: Kind }> {
  const outcome = askAnalysis(id, dataset, parameters);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  if (outcome.result.kind !== id) throw new Error(`${id} gave a ${outcome.result.kind}`);
  return outcome.result as Extract<AnalysisResult, { kind: Kind }>;
}

/** Which parameters a question is refused for, with the text; empty where it is not refused. */
export function refusals(id: string, dataset: Dataset, parameters: unknown): string[] {
  const outcome = askAnalysis(id, dataset, parameters);
  if (outcome.kind !== "refused") return [];
  return outcome.issues.map(({ code, column, text }) => `${code} ${column}: ${text}`);
}
