import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Moments, momentsOf } from "../../../../analyzer/measures/statistics/moments.ts";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 30 });

describe("Moments", () => {
  it("are mean and variance", () => {
    const moments = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(moments.count).toBe(8);
    expect(moments.mean).toBeCloseTo(5, 12);
    expect(moments.variance).toBeCloseTo(32 / 7, 12);
  });

  it("know no spread of fewer than two numbers", () => {
    expect(momentsOf([]).variance).toBeNull();
    expect(momentsOf([3]).variance).toBeNull();
  });

  it("of equal numbers are the number itself, without spread, whatever its digits", () => {
    const moments = momentsOf(Array.from({ length: 1000 }, () => 0.1));
    expect([moments.mean, moments.variance]).toEqual([0.1, 0]);
    moments.join(momentsOf([0.1, 0.1, 0.1]));
    expect([moments.mean, moments.variance, moments.count]).toEqual([0.1, 0, 1003]);
  });

  it("joined are those of all the numbers, also with zeros that were left out", () => {
    fc.assert(
      fc.property(numbers, numbers, fc.nat({ max: 20 }), (some, others, zeros) => {
        const joined = momentsOf(some);
        joined.join(momentsOf(others));
        joined.fillTo(joined.count + zeros);
        const all = momentsOf([...some, ...others, ...Array.from({ length: zeros }, () => 0)]);
        expect(joined.count).toBe(all.count);
        expect(Math.abs(joined.mean - all.mean)).toBeLessThan(1e-6);
        expect(Math.abs(joined.squares / all.squares - 1)).toBeLessThan(1e-6);
      }),
      { seed: 5, numRuns: 200, examples: [[[1, 2], [3, 4], 2]] },
    );
  });

  it("of nothing take over the others as they are", () => {
    const empty = new Moments();
    empty.join(momentsOf([0.1, 0.3]));
    expect(empty).toEqual(momentsOf([0.1, 0.3]));
  });
});
