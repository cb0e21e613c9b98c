import type { Interval } from "./interval.ts";
import type { Moments } from "./moments.ts";
import { studentQuantile } from "./student-quantile.ts";

/** An expected value as trials estimate it. Null is unknown: one trial tells nothing about spread. */
export interface MeanEstimate {
  readonly mean: number;
  readonly interval: Interval | null;
  readonly standardDeviation: number | null;
}

/**
 * Estimates expected values from one number of trials at one confidence (0..1), with Student's interval: exact for
 * normal numbers, right in the long run for others; too narrow where few trials meet a rare and huge loss.
 */
export class MeanEstimator {
  /** Half an interval in standard errors. */
  private readonly reach: number | null;

  constructor(
    private readonly count: number,
    confidence: number,
  ) {
    this.reach = count < 2 ? null : studentQuantile(confidence, count - 1);
  }

  estimate({ mean, variance }: Moments): MeanEstimate {
    if (variance === null || this.reach === null) return { mean, interval: null, standardDeviation: null };
    const half = this.reach * Math.sqrt(variance / this.count);
    return { mean, interval: [mean - half, mean + half], standardDeviation: Math.sqrt(variance) };
  }

  /**
   * How many more trials until half the interval is `share` of the mean, if the spread stays as it was seen. Null where
   * it cannot be said: after one trial, or where no trial lost anything.
   */
  furtherTrials({ mean, variance }: Moments, share: number): number | null {
    if (variance === null || this.reach === null || mean === 0) return null;
    const errors = this.reach / (share * mean);
    return Math.max(0, Math.ceil(errors * errors * variance) - this.count);
  }
}
