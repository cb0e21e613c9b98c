import { BetaDistribution } from "../elementary/beta-distribution.ts";

/**
 * PERT: a Beta distribution between `low` and `high` with its peak at `likely` and its mean at (low + 4 likely + high)
 * / 6 (Malcolm, Roseboom, Clark, Fazar 1959). Of one value where low and high are equal.
 *
 * @throws RangeError unless low <= likely <= high
 */
export class PertDistribution {
  private readonly beta: BetaDistribution | null;

  constructor(
    private readonly low: number,
    likely: number,
    private readonly high: number,
  ) {
    if (!(low <= likely && likely <= high)) throw new RangeError(`${low}, ${likely}, ${high} must not fall`);
    const peak = (likely - low) / (high - low);
    this.beta = low === high ? null : new BetaDistribution(1 + 4 * peak, 5 - 4 * peak);
  }

  /** The value with a share of the probability at or below it. About 3 microseconds. */
  quantile(share: number): number {
    return this.beta === null ? this.low : this.low + (this.high - this.low) * this.beta.quantile(share);
  }
}
