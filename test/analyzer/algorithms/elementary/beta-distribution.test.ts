import { describe, expect, it } from "vitest";
import { BetaDistribution } from "../../../../analyzer/algorithms/elementary/beta-distribution.ts";

const shapes: readonly (readonly [number, number])[] = [
  [1, 1],
  [0.5, 0.5],
  [2.3, 3.7],
  [1, 5],
  [4.9, 1.1],
  [0.5, 400],
  [950, 51],
];

describe("BetaDistribution", () => {
  it("has the closed forms: uniform, powers, arc sine", () => {
    for (const x of [0.01, 0.2, 0.5, 0.9]) {
      expect(new BetaDistribution(1, 1).atMost(x)).toBeCloseTo(x, 14);
      expect(new BetaDistribution(3, 1).atMost(x)).toBeCloseTo(x ** 3, 14);
      expect(new BetaDistribution(1, 4).atMost(x)).toBeCloseTo(1 - (1 - x) ** 4, 14);
      expect(new BetaDistribution(0.5, 0.5).atMost(x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
  });

  it("counts binomial chances: at least k of n", () => {
    const chances = [0, 1, 2, 3, 4, 5].map((k) => [1, 5, 10, 10, 5, 1][k]! * 0.3 ** k * 0.7 ** (5 - k));
    for (let k = 1; k <= 5; k += 1) {
      const atLeast = chances.slice(k).reduce((sum, chance) => sum + chance, 0);
      expect(new BetaDistribution(k, 5 - k + 1).atMost(0.3)).toBeCloseTo(atLeast, 13);
    }
  });

  it.each(shapes)("quantiles of Beta(%d, %d) lead back to their share", (a, b) => {
    const beta = new BetaDistribution(a, b);
    for (const share of [1e-9, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999]) {
      expect(beta.atMost(beta.quantile(share))).toBeCloseTo(share, 11);
    }
  });

  it("does not leave 0..1", () => {
    const beta = new BetaDistribution(2, 3);
    expect([beta.atMost(-1), beta.atMost(0), beta.atMost(1), beta.atMost(2)]).toEqual([0, 0, 1, 1]);
    expect([beta.quantile(0), beta.quantile(1)]).toEqual([0, 1]);
  });
});
