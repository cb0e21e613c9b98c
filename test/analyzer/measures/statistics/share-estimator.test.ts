import { describe, expect, it } from "vitest";
import { ShareEstimator } from "../../../../analyzer/measures/statistics/share-estimator.ts";

describe("ShareEstimator", () => {
  it("gives Wilson's interval: 15 of 148 at 95 % is 0.0624 to 0.1605", () => {
    const [low, high] = new ShareEstimator(148, 0.95).interval(15);
    expect(low).toBeCloseTo(0.0624, 4);
    expect(high).toBeCloseTo(0.1605, 4);
  });

  it("reaches from 0 where nothing was hit, and to 1 where all was", () => {
    const estimator = new ShareEstimator(20, 0.9);
    const [none, all] = [estimator.interval(0), estimator.interval(20)];
    expect(none[0]).toBe(0);
    expect(none[1]).toBeCloseTo(0.119, 3);
    expect(all[1]).toBe(1);
    expect(all[0]).toBeCloseTo(1 - none[1], 12);
  });
});
