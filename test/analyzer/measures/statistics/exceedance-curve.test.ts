import { describe, expect, it } from "vitest";
import { exceedanceCurve } from "../../../../analyzer/measures/statistics/exceedance-curve.ts";

describe("exceedanceCurve", () => {
  it("has a point for every value that occurred", () => {
    expect(exceedanceCurve(Float64Array.of(0, 0, 0, 5, 5, 9, 9, 9, 9, 20))).toEqual({
      complete: true,
      points: [
        { value: 0, share: 1 },
        { value: 5, share: 0.7 },
        { value: 9, share: 0.5 },
        { value: 20, share: 0.1 },
      ],
    });
  });

  it("thins many values to a grid that keeps the tail and the highest, and says so", () => {
    const sorted = Float64Array.from({ length: 10_000 }, (_, index) => index + 1);
    const { complete, points } = exceedanceCurve(sorted);
    expect(complete).toBe(false);
    expect(points.length).toBe(106);
    expect(points[0]).toEqual({ value: 1, share: 1 });
    expect(points.at(-1)).toEqual({ value: 10_000, share: 0.0001 });
    expect(points.map(({ share }) => share)).toContain(0.001);
    for (const { value, share } of points) expect(share).toBe((10_000 - value + 1) / 10_000);
  });

  it("falls from left to right also where the grid meets repeated values", () => {
    const sorted = Float64Array.from({ length: 3000 }, (_, index) => Math.floor(index / 7));
    const { points } = exceedanceCurve(sorted);
    points.slice(1).forEach(({ value, share }, index) => {
      expect(value).toBeGreaterThan(points[index]!.value);
      expect(share).toBeLessThan(points[index]!.share);
      expect(share).toBe(sorted.filter((loss) => loss >= value).length / 3000);
    });
  });
});
