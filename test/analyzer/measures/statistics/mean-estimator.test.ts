import { describe, expect, it } from "vitest";
import { MeanEstimator } from "../../../../analyzer/measures/statistics/mean-estimator.ts";
import { momentsOf } from "../../../../analyzer/measures/statistics/moments.ts";

const lengths = [9.2, 9.8, 10.1, 10.4, 9.5, 10.0, 9.9, 10.6, 9.7, 10.8];

describe("MeanEstimator", () => {
  it("gives Student's interval", () => {
    const { mean, interval, standardDeviation } = new MeanEstimator(10, 0.9).estimate(momentsOf(lengths));
    expect(mean).toBeCloseTo(10, 12);
    // The squared distances from 10 sum to 2.2.
    expect(standardDeviation).toBeCloseTo(Math.sqrt(2.2 / 9), 12);
    const half = 1.833112932656 * Math.sqrt(2.2 / 9 / 10);
    expect(interval?.[0]).toBeCloseTo(10 - half, 8);
    expect(interval?.[1]).toBeCloseTo(10 + half, 8);
  });

  it("says how many more trials make half the interval 5 % of the mean", () => {
    const estimator = new MeanEstimator(10, 0.9);
    const moments = momentsOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
    const further = estimator.furtherTrials(moments, 0.05);
    // (1.8331 / 0.05)^2 x variance 10 / mean 1 squared, less the 10 that were made
    expect(further).toBe(Math.ceil((1.833112932656 / 0.05) ** 2 * 10) - 10);
    expect(estimator.furtherTrials(momentsOf(Array.from({ length: 10 }, () => 3)), 0.05)).toBe(0);
  });

  it("does not know what one trial, or no loss at all, cannot tell", () => {
    expect(new MeanEstimator(1, 0.9).estimate(momentsOf([5]))).toEqual({
      mean: 5,
      interval: null,
      standardDeviation: null,
    });
    expect(new MeanEstimator(1, 0.9).furtherTrials(momentsOf([5]), 0.05)).toBeNull();
    expect(new MeanEstimator(2, 0.9).furtherTrials(momentsOf([0, 0]), 0.05)).toBeNull();
  });
});
