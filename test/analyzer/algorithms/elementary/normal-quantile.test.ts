import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../../analyzer/algorithms/elementary/normal-quantile.ts";

describe("normalQuantile", () => {
  it.each([
    [0.5, 0],
    [0.75, 0.674489750196082],
    [0.9, 1.281551565544601],
    [0.95, 1.644853626951472],
    [0.975, 1.959963984540054],
    [0.995, 2.575829303548901],
    [0.9995, 3.290526731491926],
  ])("of %d is the tables' %d", (share, expected) => {
    expect(normalQuantile(share)).toBeCloseTo(expected, 11);
  });
});
