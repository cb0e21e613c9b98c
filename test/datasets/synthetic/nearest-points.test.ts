import fc from "fast-check";
import { expect, it } from "vitest";
import { NearestPoints } from "../../../datasets/synthetic/nearest-points.ts";

const width = 100;
const places = fc.array(fc.tuple(fc.integer({ min: 0, max: width }), fc.integer({ min: 0, max: width })), {
  minLength: 2,
  maxLength: 60,
});

it("finds those that looking at all of them finds", () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 4 }), (points, count) => {
      const x = Float64Array.from(points, ([one]) => one);
      const y = Float64Array.from(points, ([, other]) => other);
      const near = new NearestPoints(x, y, width, points.length);
      points.forEach((_, at) => near.add(at));
      points.forEach((_, at) => {
        const all = points
          .map((__, other) => ({ other, far: (x[other]! - x[at]!) ** 2 + (y[other]! - y[at]!) ** 2 }))
          .filter(({ other }) => other !== at)
          .sort((a, b) => a.far - b.far || a.other - b.other);
        expect(near.nearest(at, count)).toEqual(all.slice(0, count).map(({ other }) => other));
      });
    }),
    { numRuns: 300 },
  );
});
