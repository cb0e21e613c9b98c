import { describe, expect, it } from "vitest";
import { quartilesOf } from "../../../analyzer/model/quartiles.ts";

describe("quartilesOf", () => {
  it("gives the values a quarter and three quarters up, and their ratio", () => {
    expect(quartilesOf(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toEqual({ low: 3, high: 7, step: 7 / 3 });
  });

  it("takes half an order of magnitude where all are the same", () => {
    const { low, high, step } = quartilesOf(new Float64Array(9).fill(5));
    expect([low, high]).toEqual([5, 5]);
    expect(step ** 6).toBeCloseTo(10, 10);
  });
});
