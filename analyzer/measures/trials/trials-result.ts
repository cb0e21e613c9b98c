import type { Consequence, DatasetReference, RunWarning } from "../../model/result.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { ExceedanceCurve } from "../statistics/exceedance-curve.ts";
import type { ExpectedShortfall } from "../statistics/expected-shortfall.ts";
import type { Interval } from "../statistics/interval.ts";
import type { MeanEstimate } from "../statistics/mean-estimator.ts";
import type { QuantileEstimate } from "../statistics/quantile-estimator.ts";

/** A loss and the first trial that had it, to be replayed. */
export interface TrialValue {
  readonly value: number;
  readonly trial: number;
}

/** One consequence over all trials. */
export interface ConsequenceEstimate extends MeanEstimate {
  /** More trials until half the interval of the mean is 5 % of it; null where that cannot be said. */
  readonly furtherTrials: number | null;
  readonly quantiles: readonly (QuantileEstimate & TrialValue)[];
  readonly tails: readonly ExpectedShortfall[];
  readonly exceedance: ExceedanceCurve;
  readonly worst: TrialValue;
}

/** A probability as trials estimate it. */
export interface ShareEstimate {
  readonly share: number;
  readonly interval: Interval;
}

/** What one asset or State loses over all trials, in hours per trial. */
export interface LossEstimate {
  /** Probability of being disrupted. */
  readonly disrupted: ShareEstimate;
  readonly outageHours: MeanEstimate;
}

/** Those of the numbers of a `trials` result that the trials make up. */
export interface TrialsNumbers {
  readonly trials: number;
  /** What the intervals hold with. */
  readonly confidence: number;
  /** Null where the trials disrupt people but no asset says how many. */
  readonly consequences: Readonly<Record<Consequence, ConsequenceEstimate | null>>;
  /** States that lose something in a trial, by code; joint assets by share. */
  readonly states: readonly (LossEstimate & { readonly code: string; readonly reached: ShareEstimate })[];
  /** Assets that lose something in a trial, most expected outage hours first, ties by id. */
  readonly assets: readonly (LossEstimate & { readonly id: string })[];
  readonly warnings: readonly RunWarning[];
}

/** What of a trial was drawn, as results state it. */
export interface DrawnStatement {
  readonly seed: number;
  readonly drawHits: boolean;
  readonly drawTransmission: boolean;
  readonly drawRepair: boolean;
  readonly bufferSpread: number;
}

/** Many trials of one scenario (model.md section 3). */
export interface TrialsResult extends TrialsNumbers, DrawnStatement {
  readonly kind: "trials";
  readonly engine: string;
  readonly dataset: DatasetReference;
  readonly overlays?: readonly string[];
  readonly scenario: Scenario;
  readonly horizonHours: number;
  readonly resultHash: string;
}
