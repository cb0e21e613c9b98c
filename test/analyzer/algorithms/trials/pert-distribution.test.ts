import { describe, expect, it } from "vitest";
import { PertDistribution } from "../../../../analyzer/algorithms/trials/pert-distribution.ts";

describe("PertDistribution", () => {
  it.each([
    [2, 5, 20],
    [0, 10, 10],
    [4, 4, 9],
    [10, 15, 20],
  ])("of %d, %d, %d has the mean (low + 4 likely + high) / 6 and stays within", (low, likely, high) => {
    const pert = new PertDistribution(low, likely, high);
    const steps = 2000;
    let sum = 0;
    let before = low;
    for (let step = 0; step < steps; step += 1) {
      const value = pert.quantile((step + 0.5) / steps);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
      sum += value;
    }
    expect(before).toBeLessThanOrEqual(high);
    expect(sum / steps).toBeCloseTo((low + 4 * likely + high) / 6, 2);
  });

  it("has its peak at the likely value", () => {
    const pert = new PertDistribution(0, 3, 12);
    const density = (x: number) => {
      let [low, high] = [0, 1];
      for (let halving = 0; halving < 50; halving += 1) {
        const middle = (low + high) / 2;
        if (pert.quantile(middle) < x) low = middle;
        else high = middle;
      }
      return 1e-6 / (pert.quantile(low + 1e-6) - x);
    };
    expect(density(3)).toBeGreaterThan(density(2.5));
    expect(density(3)).toBeGreaterThan(density(3.5));
  });

  it("of one value is that value", () => {
    expect(new PertDistribution(7, 7, 7).quantile(0.3)).toBe(7);
  });

  it("refuses numbers that fall", () => {
    expect(() => new PertDistribution(5, 4, 6)).toThrow(RangeError);
    expect(() => new PertDistribution(3, 4, 3.5)).toThrow(RangeError);
  });
});
