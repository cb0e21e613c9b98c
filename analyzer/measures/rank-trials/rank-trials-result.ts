import type { Consequence, RunWarning } from "../../model/result.ts";
import type { Interval } from "../statistics/interval.ts";
import type { DrawnStatement } from "../trials/trials-result.ts";

/** What can be uncertain about the loss of one asset. */
export const uncertainInputs = ["transmission", "repair", "buffers"] as const;
export type UncertainInput = (typeof uncertainInputs)[number];

/**
 * One candidate, lost alone in every trial. `mean` is null where a trial's consequence is not known; such rows come
 * last.
 */
export interface RankTrialsRow {
  readonly rank: number;
  readonly id: string;
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly standardDeviation: number | null;
  /** Between which ranks among the candidates it is, in all but (1 - confidence) of the trials. */
  readonly rankInterval: readonly [best: number, worst: number];
  /** Share of trials in which fewer than k candidates are above it; equals count together. */
  readonly inTop: number;
  /** Rows of one number are tied: their interval overlaps that of the first row of the group. */
  readonly tieGroup: number;
}

/** What happens to the ranking when one uncertain input is held at what is stated, all else drawn as before. */
export interface InputSensitivity {
  readonly input: UncertainInput;
  /**
   * Kendall's tau-b of the expected consequences with and without: 1 where the order stays. Null where all are equal.
   */
  readonly rankCorrelation: number | null;
  /** Share of the first k that stay among the first k. */
  readonly topOverlap: number;
  /** Share of the variance, summed over the candidates, that goes away. Null where there is none. */
  readonly varianceDrop: number | null;
}

export interface RankTrialsResult extends Omit<DrawnStatement, "drawHits"> {
  readonly kind: "rank-trials";
  readonly by: Consequence;
  /** Null: each asset is lost for its repair time where that is known, else for `scanLossHours`. */
  readonly hours: number | null;
  readonly horizonHours: number;
  readonly trials: number;
  readonly confidence: number;
  readonly k: number;
  /** How many assets were candidates, of how many: those highest in the certain scan. */
  readonly candidates: number;
  readonly assets: number;
  readonly rows: readonly RankTrialsRow[];
  /** The input that moves the ranking most first; left out are inputs that nothing makes uncertain. */
  readonly sensitivity: readonly InputSensitivity[];
  readonly warnings: readonly RunWarning[];
}
