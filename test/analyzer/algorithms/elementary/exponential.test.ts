import { describe, expect, it } from "vitest";
import { exponential } from "../../../../analyzer/algorithms/elementary/exponential.ts";
import { SeededRandom } from "../../../support/seeded-random.ts";

describe("exponential", () => {
  it("agrees with this engine's to the last digits", () => {
    const random = new SeededRandom(2);
    let relative = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const x = (random.unit() - 0.5) * 1400;
      relative = Math.max(relative, Math.abs(exponential(x) / Math.exp(x) - 1));
    }
    expect(relative).toBeLessThan(5e-16);
  });

  it("knows the ends", () => {
    expect(exponential(0)).toBe(1);
    expect(exponential(1)).toBeCloseTo(Math.E, 15);
    expect(exponential(-744)).toBe(1e-323);
    expect(exponential(-746)).toBe(0);
    expect(exponential(710)).toBe(Number.POSITIVE_INFINITY);
    expect(exponential(Number.NaN)).toBeNaN();
  });
});
