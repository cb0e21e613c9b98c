import { type AnalysisResult, type Dataset, type Overlay } from "../../../analyzer/index.ts";
import { findAnalysis } from "../../analyses/find-analysis.ts";
import type { Recalled } from "../../runs/recall-run.ts";
import type { RunRecord } from "../../store/store.ts";
import { type Paint, printable } from "../paint.ts";
import { analysisReport } from "./analysis-report.ts";
import { askedText } from "./asked-text.ts";
import { datasetAt } from "./run-list-report.ts";

/** `runs show RUN` for people: what the run was made from, and its result as it was told then. */
export function storedRunReport(run: RunRecord, recalled: Recalled, paint: Paint): string[] {
  const { id, dataset, analysis, engine, startedAt, endedAt, resultHash } = run;
  return [
    paint("bold", `Run ${printable(id)}`),
    printable(`analysis     ${analysis}: ${askedText(run)}`),
    printable(`dataset      ${datasetAt(dataset)} ${dataset.version}, hash ${dataset.hash}`),
    printable(`engine       ${engine}`),
    printable(`time         ${startedAt} to ${endedAt}`),
    `result hash  ${printable(resultHash)}`,
    "",
    ...resultLines(run, recalled, paint),
  ];
}

function resultLines(run: RunRecord, recalled: Recalled, paint: Paint): string[] {
  if (run.result === null) return ["The result was pruned; its hash is kept, and a replay is held against that."];
  if (recalled.kind === "lost") return [printable(recalled.verdict.explanation), "--json gives the result."];
  return told(run, run.result, recalled, paint);
}

function told(
  run: RunRecord,
  text: string,
  { dataset, overlays }: { readonly dataset: Dataset; readonly overlays: readonly Overlay[] },
  paint: Paint,
): string[] {
  const analysis = findAnalysis(run.analysis);
  // What was recalled is of the catalogue. The text was written from a result of it.
  return analysis === null
    ? []
    : analysisReport(analysis, JSON.parse(text) as AnalysisResult, dataset, overlays, paint);
}
