import { BetaDistribution } from "../../algorithms/elementary/beta-distribution.ts";

/** A quantile of trials. An end of the interval is null where the trials are too few to set it. */
export interface QuantileEstimate {
  /** The share of trials at or below the value, 0..1. */
  readonly share: number;
  readonly value: number;
  readonly interval: readonly [low: number | null, high: number | null];
}

/**
 * Which of `count` ascending numbers, from 1, is their quantile: the smallest of them that at least `share` of all are not
 * above. The product may round up by a hair; that must not count as one more.
 */
export function quantileRank(share: number, count: number): number {
  return Math.min(count, Math.max(1, Math.ceil(share * count - 1e-9)));
}

/**
 * Estimates quantiles from one number of trials at one confidence, with an interval that holds whatever the numbers are
 * drawn from: between two of the numbers themselves, so chosen by the binomial distribution that each end misses with
 * at most half of 1 - confidence.
 */
export class QuantileEstimator {
  /** Ranks of the ends, by share: they are the same for all numbers. */
  private readonly ranks = new Map<number, readonly [low: number, high: number]>();

  constructor(
    private readonly count: number,
    private readonly confidence: number,
  ) {}

  /**
   * @param sorted ascending, as many as there are trials
   * @param share above 0 and below 1
   */
  estimate(sorted: Float64Array, share: number): QuantileEstimate {
    const [low, high] = this.ranksOf(share);
    return {
      share,
      value: sorted[quantileRank(share, this.count) - 1]!,
      interval: [low === 0 ? null : sorted[low - 1]!, high > this.count ? null : sorted[high - 1]!],
    };
  }

  /**
   * The quantile lies below the r-th smallest with the probability that fewer than r of the numbers lie at or below it.
   */
  private ranksOf(share: number): readonly [low: number, high: number] {
    const known = this.ranks.get(share);
    if (known !== undefined) return known;
    const { count } = this;
    const miss = (1 - this.confidence) / 2;
    const low = lastRank(count, (rank) => fewerThan(rank, count, share) <= miss);
    const high = lastRank(count, (rank) => fewerThan(rank, count, share) < 1 - miss) + 1;
    this.ranks.set(share, [low, high]);
    return [low, high];
  }
}

/** Probability that fewer than `rank` of `count` numbers fall at or below what a share of all fall at or below. */
function fewerThan(rank: number, count: number, share: number): number {
  return 1 - new BetaDistribution(rank, count - rank + 1).atMost(share);
}

/** The largest rank 1..count at which something holds that never holds again once it does not; 0 for none. */
function lastRank(count: number, holds: (rank: number) => boolean): number {
  let low = 0;
  let high = count + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
