import type { Analysis, AnalysisResult, Dataset, Overlay } from "../../../analyzer/index.ts";
import type { Paint } from "../paint.ts";
import { compareReport } from "./compare-report.ts";
import { rankReport } from "./rank-report.ts";
import { resultReport } from "./result-report.ts";
import { runReport } from "./run-report.ts";

/** A result for people: the report of the analysis' own command where it has one. */
export function analysisReport(
  analysis: Analysis,
  result: AnalysisResult,
  dataset: Dataset,
  overlays: readonly Overlay[],
  paint: Paint,
): string[] {
  switch (result.kind) {
    case "run":
      return runReport(result, dataset, overlays, paint);
    case "rank":
      return rankReport(result, dataset, overlays, { limit: undefined, paint });
    case "compare":
      return compareReport(result, dataset, overlays, paint);
    default:
      return resultReport(analysis, result, dataset, overlays, paint);
  }
}
