import { describe, expect, it } from "vitest";
import { BetaDistribution } from "../../../../analyzer/algorithms/elementary/beta-distribution.ts";
import { symmetricPertQuantile } from "../../../../analyzer/algorithms/trials/symmetric-pert.ts";

describe("symmetricPertQuantile", () => {
  it("is the quantile of Beta(3, 3)", () => {
    const beta = new BetaDistribution(3, 3);
    for (let step = 0; step <= 1000; step += 1) {
      expect(symmetricPertQuantile(step / 1000)).toBeCloseTo(beta.quantile(step / 1000), 12);
    }
    expect(symmetricPertQuantile(1e-15)).toBeCloseTo(beta.quantile(1e-15), 12);
    expect(symmetricPertQuantile(0.5)).toBe(0.5);
  });
});
