import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakRule } from "../../../../analyzer/algorithms/closure/break-rule.ts";

describe("breakRule", () => {
  it.each([
    ["any one of three", [1, 1, 1], 1, { alone: [], together: [0, 1, 2], failuresNeeded: 3 }],
    ["two of three", [1, 1, 1], 2, { alone: [], together: [0, 1, 2], failuresNeeded: 2 }],
    ["all of three", [1, 1, 1], 3, { alone: [0, 1, 2], together: [], failuresNeeded: 0 }],
    ["a single one", [1], 1, { alone: [0], together: [], failuresNeeded: 0 }],
    ["unequal, but only the number matters", [1, 1.2, 0.9], 0.9, { alone: [], together: [0, 1, 2], failuresNeeded: 3 }],
    ["one that breaks it alone, two that do together", [3, 1, 1], 3, { alone: [0], together: [], failuresNeeded: 0 }],
    ["one alone, two together", [3, 2, 2], 4, { alone: [], together: [0, 1, 2], failuresNeeded: 2 }],
    ["sevenths that make one", Array<number>(7).fill(1 / 7), 1, { alone: [0, 1, 2, 3, 4, 5, 6], together: [] }],
    ["tenths of which one is spare", Array<number>(10).fill(0.1), 0.9, { alone: [], failuresNeeded: 2 }],
  ])("%s", (_, shares, bar, expected) => {
    expect(breakRule(shares, bar - 1e-9)).toMatchObject(expected);
  });

  it("keeps shares where which members are lost decides", () => {
    const { alone, together, failuresNeeded, shares, slack } = breakRule([3, 1, 1, 1], 3);
    expect({ alone, together, failuresNeeded }).toEqual({ alone: [], together: [0, 1, 2, 3], failuresNeeded: 0 });
    const unit = shares[1] ?? 0;
    expect(shares.map((share) => share / unit)).toEqual([3, 1, 1, 1]);
    expect(slack / unit).toBe(3);
  });

  it("breaks for the same losses as a plain sum", () => {
    const groups = fc.record({
      shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }),
      needed: fc.integer({ min: 1, max: 63 }),
      lost: fc.nat({ max: 127 }),
    });
    fc.assert(
      fc.property(groups, ({ shares, needed, lost }) => {
        const total = shares.reduce((sum, share) => sum + share, 0);
        const bar = 1 + (needed % total);
        const isLost = (position: number) => ((lost >> position) & 1) === 1;
        const left = shares.reduce((sum, share, position) => sum + (isLost(position) ? 0 : share), 0);
        const rule = breakRule(shares, bar);
        const gone = rule.together.filter(isLost);
        const units = rule.together.reduce((sum, position, at) => sum + (isLost(position) ? rule.shares[at]! : 0), 0);
        const isBroken =
          rule.alone.some(isLost) ||
          (rule.together.length > 0 &&
            (rule.failuresNeeded > 0 ? gone.length >= rule.failuresNeeded : units > rule.slack));
        expect(isBroken).toBe(left < bar);
      }),
      { seed: 20_260_729, numRuns: 3000 },
    );
  });
});
