import { type CreditsResult, type Dataset, runAnalysis } from "../../analyzer/index.ts";

/** The analysis `credits` of a dataset, at once: one pass over its rows. */
export function creditsOf(dataset: Dataset, hash: string, engine: string): CreditsResult {
  const host = { progress: () => undefined, aborted: () => false };
  const outcome = runAnalysis("credits", { dataset, hash, overlays: [], engine }, {}, host);
  if (outcome.kind === "done" && outcome.result.kind === "credits") return outcome.result;
  throw new Error(`credits of ${dataset.description.id}: ${outcome.kind}`);
}
