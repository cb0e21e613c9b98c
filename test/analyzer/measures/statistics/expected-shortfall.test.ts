import { describe, expect, it } from "vitest";
import { expectedShortfall } from "../../../../analyzer/measures/statistics/expected-shortfall.ts";
import { MeanEstimator } from "../../../../analyzer/measures/statistics/mean-estimator.ts";

const of = (losses: readonly number[], share: number) =>
  expectedShortfall(Float64Array.from(losses).sort(), share, new MeanEstimator(losses.length, 0.9));

/** Ten thousand equally likely cases of two assets: each alone loses 100 in 4 of 100, apart from the other. */
const pairs = Array.from({ length: 10_000 }, (_, index) => ({
  a: Math.floor(index / 100) < 4 ? 100 : 0,
  b: index % 100 < 4 ? 100 : 0,
}));

describe("expectedShortfall", () => {
  it("counts an atom at VaR by its part in the tail", () => {
    // The worst 20 % of ten are one 10 and one 4; at 15 % they are the 10 and half of a 4.
    const losses = [0, 0, 0, 0, 0, 0, 0, 4, 4, 10];
    expect(of(losses, 0.8).expectedShortfall).toBeCloseTo(7, 12);
    expect(of(losses, 0.85)).toMatchObject({ share: 0.85, valueAtRisk: 4 });
    expect(of(losses, 0.85).expectedShortfall).toBeCloseTo((10 + 4 / 2) / 1.5, 12);
  });

  it("is at least VaR and the mean, and VaR itself where all losses are equal", () => {
    expect(of([5, 5, 5], 0.9)).toEqual({ share: 0.9, valueAtRisk: 5, expectedShortfall: 5, interval: [5, 5] });
  });

  it("of two assets together is at most that of each alone added, where VaR is more", () => {
    const [a, b] = [
      of(
        pairs.map((pair) => pair.a),
        0.95,
      ),
      of(
        pairs.map((pair) => pair.b),
        0.95,
      ),
    ];
    const both = of(
      pairs.map((pair) => pair.a + pair.b),
      0.95,
    );
    expect([a.valueAtRisk, b.valueAtRisk, both.valueAtRisk]).toEqual([0, 0, 100]);
    expect(a.expectedShortfall).toBeCloseTo(80, 9);
    // 0.0016 of 200, then 0.0484 of 100.
    expect(both.expectedShortfall).toBeCloseTo((0.0016 * 200 + 0.0484 * 100) / 0.05, 9);
    expect(both.expectedShortfall).toBeLessThanOrEqual(a.expectedShortfall + b.expectedShortfall);
  });
});
