import type { DatasetReference, RunWarning } from "../../model/result.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { MeanEstimate } from "../statistics/mean-estimator.ts";
import type { QuantileEstimate } from "../statistics/quantile-estimator.ts";
import type { ShareEstimate, TrialValue } from "../trials/trials-result.ts";

/** One measure of what a world loses, over all worlds. */
export interface WorldLoss extends MeanEstimate {
  readonly quantiles: readonly QuantileEstimate[];
  /** The most that any world lost, and the first trial that did. */
  readonly worst: TrialValue;
}

/** How likely each asset is to be lost for good under chance (model.md section 3). */
export interface LikelySetsNumbers {
  readonly trials: number;
  readonly seed: number;
  /** What the intervals hold with. */
  readonly confidence: number;
  readonly assetsLost: WorldLoss;
  /** Null where in some world none of those lost says how many people it serves. */
  readonly peopleLost: WorldLoss | null;
  readonly statesReached: WorldLoss;
  /** States that were reached in a world, by code. */
  readonly states: readonly { readonly code: string; readonly reached: ShareEstimate }[];
  /** Assets that can be lost at all, likeliest first, ties by id; no other is lost in any world. */
  readonly assets: readonly { readonly id: string; readonly lost: ShareEstimate }[];
  readonly warnings: readonly RunWarning[];
}

export interface LikelySetsResult extends LikelySetsNumbers {
  readonly kind: "likely-sets";
  readonly engine: string;
  readonly dataset: DatasetReference;
  readonly overlays?: readonly string[];
  readonly scenario: Scenario;
  readonly resultHash: string;
}
