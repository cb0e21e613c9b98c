import { describe, expect, it } from "vitest";
import { QuantileEstimator, quantileRank } from "../../../../analyzer/measures/statistics/quantile-estimator.ts";

const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);

describe("quantileRank", () => {
  it("is the smallest with the share at or below it, whatever the product rounds to", () => {
    expect(quantileRank(0.5, 10)).toBe(5);
    expect(quantileRank(0.51, 10)).toBe(6);
    expect(quantileRank(0.07, 100)).toBe(7);
    expect(quantileRank(0.95, 1000)).toBe(950);
    expect(quantileRank(0.001, 10)).toBe(1);
    expect(quantileRank(0.9999, 10)).toBe(10);
  });
});

describe("QuantileEstimator", () => {
  it("lies between the ranks that the binomial distribution gives: the median of 100 within 42 and 59 at 90 %", () => {
    expect(new QuantileEstimator(100, 0.9).estimate(hundred, 0.5)).toEqual({
      share: 0.5,
      value: 50,
      interval: [42, 59],
    });
  });

  it("has an open end where the trials are too few", () => {
    expect(new QuantileEstimator(100, 0.9).estimate(hundred, 0.99).interval[1]).toBeNull();
    expect(new QuantileEstimator(100, 0.9).estimate(hundred, 0.01).interval[0]).toBeNull();
    expect(new QuantileEstimator(1, 0.9).estimate(Float64Array.of(3), 0.5)).toEqual({
      share: 0.5,
      value: 3,
      interval: [null, null],
    });
  });
});
