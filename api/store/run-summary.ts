import type { RunDescription, RunRecord, RunSummary } from "./store.ts";

/** A run without its overlays and its result, which may be megabytes long. */
export function runDescription(run: RunRecord): RunDescription {
  const { id, dataset, analysis, parameters, overlays, engine, startedAt, endedAt, resultHash } = run;
  return { id, dataset, analysis, parameters, overlays, engine, startedAt, endedAt, resultHash };
}

export function runSummary(run: RunRecord): RunSummary {
  return { ...runDescription(run), resultBytes: resultBytes(run) };
}

/** Length of the result in UTF-8, null where there is none. */
export function resultBytes({ result }: Pick<RunRecord, "result">): number | null {
  return result === null ? null : Buffer.byteLength(result);
}
