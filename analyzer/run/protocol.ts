import type { CompareResult } from "../measures/compare.ts";
import type { StructureResult } from "../measures/structure.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Issue } from "../model/issue.ts";
import type { Overlay } from "../model/overlay.ts";
import type { RankResult, RunResult } from "../model/result.ts";

/** What an analysis works on. All of it can be cloned to a worker. */
export interface AnalysisInput {
  readonly dataset: Dataset;
  /** `datasetHash` of the dataset, without overlays. */
  readonly hash: string;
  /** Applied in order before the analysis. */
  readonly overlays: readonly Overlay[];
  /** Version of the engine, as results state it. */
  readonly engine: string;
}

/** Where an analysis runs: how it reports and how it is stopped. */
export interface AnalysisHost {
  /** Called often; hosts thin it out. */
  progress(done: number, total: number): void;
  aborted(): boolean;
}

export type AnalysisResult = RunResult | RankResult | CompareResult | StructureResult;

/** How an analysis ends. `refused`: the input or the parameters are wrong, as the issues say. */
export type AnalysisOutcome =
  | { readonly kind: "done"; readonly result: AnalysisResult }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | { readonly kind: "aborted" };
