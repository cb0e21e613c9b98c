import type { Interval } from "./interval.ts";
import type { MeanEstimator } from "./mean-estimator.ts";
import { Moments } from "./moments.ts";
import { quantileRank } from "./quantile-estimator.ts";

/** The tail of a loss beyond a share of trials. */
export interface ExpectedShortfall {
  /** 0..1: the tail is what the worst 1 - share of the trials lose. */
  readonly share: number;
  /** The loss that a share of the trials does not pass (VaR). */
  readonly valueAtRisk: number;
  /**
   * The mean of the tail (CVaR): VaR + E[(loss - VaR)+] / (1 - share), so that an atom at VaR counts by its part in the
   * tail.
   */
  readonly expectedShortfall: number;
  readonly interval: Interval | null;
}

/**
 * Conditional value at risk (Rockafellar and Uryasev 2002). The interval is that of the mean of VaR + (loss - VaR)+ /
 * (1 - share), with VaR as estimated: right in the long run.
 *
 * @param sorted losses ascending, at least one
 * @param share above 0 and below 1
 */
export function expectedShortfall(sorted: Float64Array, share: number, estimator: MeanEstimator): ExpectedShortfall {
  const rank = quantileRank(share, sorted.length);
  const valueAtRisk = sorted[rank - 1]!;
  // All up to VaR count as VaR: no spread, so that only the tail has to be looked at.
  const moments = new Moments(rank, valueAtRisk, 0);
  for (let at = rank; at < sorted.length; at += 1) {
    moments.add(valueAtRisk + (sorted[at]! - valueAtRisk) / (1 - share));
  }
  const { mean, interval } = estimator.estimate(moments);
  return { share, valueAtRisk, expectedShortfall: mean, interval };
}
