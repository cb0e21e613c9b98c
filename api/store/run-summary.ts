import type { RunRecord, RunSummary } from "./store.ts";

/** A run without its result, which may be megabytes long. */
export function runSummary(run: RunRecord): RunSummary {
  const { id, dataset, analysis, parameters, overlays, engine, startedAt, endedAt, resultHash } = run;
  return { id, dataset, analysis, parameters, overlays, engine, startedAt, endedAt, resultHash };
}
