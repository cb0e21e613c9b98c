import * as fc from "fast-check";
import { expect, it } from "vitest";
import { grainOf } from "../../../../analyzer/algorithms/timed-closure/grain.ts";

it("is the largest of which all are multiples", () => {
  expect(grainOf(Float64Array.of(0, 9e11, 2.25e11), Float64Array.of(4.5e11))).toBe(2.25e11);
  expect(grainOf(Float64Array.of(333_333_333, 1e9))).toBe(1);
  expect(grainOf(Float64Array.of(6, Infinity))).toBe(6);
  expect(grainOf(Float64Array.of(0, Infinity), new Float64Array())).toBe(1);
});

it("is a common factor where there is one", () => {
  const whole = fc.integer({ min: 1, max: 1000 });
  fc.assert(
    fc.property(fc.array(whole, { minLength: 1 }), fc.integer({ min: 1, max: 1e12 }), (numbers, unit) => {
      const grain = grainOf(Float64Array.from(numbers, (number) => number * unit));
      expect(grain % unit).toBe(0);
      expect(numbers.every((number) => (number * unit) % grain === 0)).toBe(true);
    }),
  );
});
