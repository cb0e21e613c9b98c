import type { AnalysisText, DatasetSize } from "../../analyzer/index.ts";
import { estimateSeconds } from "./estimate-seconds.ts";

/** An entry of the catalogue as it is told: all of it but the functions behind it, and what it would cost. */
export interface AnalysisEntry extends Omit<AnalysisText, "estimate"> {
  /** Seconds of one core, parameters at their defaults; null where no dataset is named or it cannot be told. */
  readonly estimate: number | null;
}

/** Tells an entry of the catalogue, and what it would cost on a dataset of this size. */
export function analysisEntry(analysis: AnalysisText, size: DatasetSize | null): AnalysisEntry {
  const { id, title, question, parameters, outputs, cost, limits, source, checked } = analysis;
  const estimate = size === null ? null : estimateSeconds(analysis, size);
  return { id, title, question, parameters, outputs, cost, estimate, limits, source, checked };
}
