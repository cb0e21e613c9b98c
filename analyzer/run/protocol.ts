import type { BordersResult } from "../measures/borders/borders-result.ts";
import type { CompareResult } from "../measures/compare.ts";
import type { CouplingResult } from "../measures/coupling.ts";
import type { CreditsResult } from "../measures/credits.ts";
import type { DataGapsResult } from "../measures/data-gaps/data-gaps-result.ts";
import type { FinalSetsResult } from "../measures/final-sets.ts";
import type { GreedySetsResult } from "../measures/greedy-sets/greedy-sets-result.ts";
import type { PieceGround, RunGround } from "../measures/ground.ts";
import type { ImportanceResult } from "../measures/importance-result.ts";
import type { RankTrialsResult } from "../measures/rank-trials/rank-trials-result.ts";
import type { LikelySetsResult } from "../measures/likely-sets/likely-sets-result.ts";
import type { PortfolioResult } from "../measures/portfolio/portfolio-result.ts";
import type { ShapleyResult } from "../measures/shapley.ts";
import type { PairsResult } from "../measures/pairs/pairs-result.ts";
import type { StructureResult } from "../measures/structure/structure-result.ts";
import type { ReplayResult } from "../measures/trials/replay-trial.ts";
import type { TrialsResult } from "../measures/trials/trials-result.ts";
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

/** What the analyses of the catalogue answer; each is called as its analysis. */
export type AnalysisResult =
  | RunResult
  | RankResult
  | CompareResult
  | StructureResult
  | BordersResult
  | CouplingResult
  | CreditsResult
  | DataGapsResult
  | FinalSetsResult
  | GreedySetsResult
  | TrialsResult
  | ReplayResult
  | RankTrialsResult
  | LikelySetsResult
  | ImportanceResult
  | PairsResult
  | PortfolioResult
  | ShapleyResult;

export interface Done {
  readonly kind: "done";
  readonly result: AnalysisResult;
}

/** The input or the parameters are wrong, as the issues say. */
export interface Refused {
  readonly kind: "refused";
  readonly issues: readonly Issue[];
}

/** How an analysis ends. */
export type AnalysisOutcome = Done | Refused | { readonly kind: "aborted" };

/** How much data an analysis is asked about. */
export interface DatasetSize {
  readonly assets: number;
  readonly dependencies: number;
  readonly connections: number;
}

/** What the catalogue says of an analysis. Command line, HTTP and screen are drawn from it. */
export interface AnalysisText {
  readonly id: string;
  readonly title: string;
  /** The question in plain words. */
  readonly question: string;
  /** JSON Schema of the parameters, with units and defaults. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly outputs: string;
  /** What it costs, in words; N assets, M rows. */
  readonly cost: string;
  /** What it will roughly cost before it is run, in seconds of one core. */
  estimate(size: DatasetSize, parameters: unknown): number;
  readonly limits: string;
  readonly source: string;
  /** How the numbers were checked, in words. */
  readonly checked: string;
}

/** An analysis that is done in one go. */
export interface WholeAnalysis extends AnalysisText {
  run(input: AnalysisInput, parameters: unknown, host: AnalysisHost): AnalysisOutcome;
}

/** A round of work: so many pieces, each to be done once, anywhere and in any order. */
export interface Planned<Plan> {
  readonly kind: "planned";
  /** What every piece has to know. Can be cloned; typed arrays in it are shared between threads. */
  readonly plan: Plan;
  /** Never depends on the number of threads, so that the answer does not either. */
  readonly pieces: number;
}

/**
 * An analysis whose work falls into pieces. The same pieces are done by one thread or by many; as parts are joined in the
 * order of their index, the answer has the same bytes.
 *
 * @template Plan can be cloned
 * @template Part can be cloned; typed arrays of it are transferred
 */
export interface PiecedAnalysis<Plan = unknown, Part = unknown> extends AnalysisText {
  plan(ground: RunGround, parameters: unknown): Planned<Plan> | Refused;
  /** One piece. Null where the host aborted. Reports its progress and asks whether to stop every 50 ms or so. */
  piece(ground: PieceGround, plan: Plan, index: number, host: AnalysisHost): Part | null;
  /** What the parts come to, by index; or another round; or, where a round shows that the rest costs too much, why not. */
  join(ground: RunGround, plan: Plan, parts: readonly Part[], input: AnalysisInput): Planned<Plan> | Done | Refused;
}

/** One question the core can answer. */
export type Analysis = WholeAnalysis | PiecedAnalysis;

export function isPieced(analysis: Analysis): analysis is PiecedAnalysis {
  return "piece" in analysis;
}
