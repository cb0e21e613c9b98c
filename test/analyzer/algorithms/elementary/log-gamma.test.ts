import { describe, expect, it } from "vitest";
import { logGamma } from "../../../../analyzer/algorithms/elementary/log-gamma.ts";

describe("logGamma", () => {
  it("is the logarithm of factorials", () => {
    let factorial = 1;
    for (let n = 1; n <= 100; n += 1) {
      factorial *= n;
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 11);
    }
  });

  it("of a half is that of the root of pi, and obeys the duplication formula", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    for (const x of [0.25, 0.7, 1.3, 4.6, 9.99, 10, 37.5]) {
      const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.log(2) - Math.log(Math.PI) / 2;
      expect(doubled).toBeCloseTo(logGamma(2 * x), 11);
    }
  });
});
