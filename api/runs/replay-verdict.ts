import type { RunDescription } from "../store/store.ts";

/** How a replay ends: `same`, or why not. */
export const replayOutcomes = [
  "same",
  "dataset-gone",
  "revision-not-kept",
  "dataset-differs",
  "overlays-not-kept",
  "analysis-gone",
  "parameters-refused",
  "analysis-refused",
  "engine-differs",
  "result-differs",
] as const;

/** What came of making a run again, in a word and in plain words. */
export interface ReplayVerdict {
  readonly outcome: (typeof replayOutcomes)[number];
  readonly explanation: string;
}

/** What is needed of a run to judge its replay. */
export type Replayed = Pick<RunDescription, "id" | "engine" | "resultHash">;

/** Holds the hash of a result made again, from the same dataset, overlays and parameters, against that of the run. */
export function replayVerdict(run: Replayed, now: Pick<RunDescription, "engine" | "resultHash">): ReplayVerdict {
  const isSameEngine = run.engine === now.engine;
  if (run.resultHash === now.resultHash) {
    const engines = isSameEngine ? "" : `, made with engine ${run.engine} then and ${now.engine} now`;
    return { outcome: "same", explanation: `The result hash is the same${engines}.` };
  }
  const hashes = `the result hash was ${run.resultHash} and is ${now.resultHash}`;
  if (!isSameEngine) {
    const explanation = `The engine differs: ${hashes}. The run was made with engine ${run.engine}, this is ${now.engine}; dataset, overlays and parameters are the same. Engine ${run.engine} makes the old result.`;
    return { outcome: "engine-differs", explanation };
  }
  const explanation = `The result differs although dataset, overlays, parameters and engine (${now.engine}) are the same: ${hashes}. One of the two is wrong; keep the run and report it.`;
  return { outcome: "result-differs", explanation };
}
