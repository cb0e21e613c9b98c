import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankCorrelation } from "../../../../analyzer/measures/statistics/rank-correlation.ts";

/** Tau-b pair by pair. */
function plainTau(x: readonly number[], y: readonly number[]): number | null {
  let [same, opposite, tiedX, tiedY, pairs] = [0, 0, 0, 0, 0];
  for (let a = 0; a < x.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      pairs += 1;
      const [dx, dy] = [Math.sign(x[a]! - x[b]!), Math.sign(y[a]! - y[b]!)];
      if (dx === 0) tiedX += 1;
      if (dy === 0) tiedY += 1;
      if (dx * dy > 0) same += 1;
      if (dx * dy < 0) opposite += 1;
    }
  }
  const spread = Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  return spread === 0 ? null : (same - opposite) / spread;
}

describe("rankCorrelation", () => {
  it("is 1 for the same order, -1 for the opposite", () => {
    expect(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 40])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
  });

  it("is not known where one list holds a single value", () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(rankCorrelation([], [])).toBeNull();
  });

  it("equals counting pair by pair, ties included", () => {
    const lists = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(lists, (pairs) => {
        const [x, y] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const [fast, plain] = [rankCorrelation(x, y), plainTau(x, y)];
        if (plain === null) expect(fast).toBeNull();
        else expect(fast).toBeCloseTo(plain, 10);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
