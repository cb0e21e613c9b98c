import { normalQuantile } from "../../algorithms/elementary/normal-quantile.ts";
import type { Interval } from "./interval.ts";

/** Wilson's score interval (1927) of a probability of which `hits` of `count` trials are seen. */
export class ShareEstimator {
  private readonly z: number;

  constructor(
    private readonly count: number,
    confidence: number,
  ) {
    this.z = normalQuantile((1 + confidence) / 2);
  }

  interval(hits: number): Interval {
    const { count, z } = this;
    const share = hits / count;
    const spread = (z * z) / count;
    const centre = share + spread / 2;
    const half = Math.sqrt(spread * (share * (1 - share) + spread / 4));
    const low = hits === 0 ? 0 : (centre - half) / (1 + spread);
    const high = hits === count ? 1 : (centre + half) / (1 + spread);
    return [low, high];
  }
}
