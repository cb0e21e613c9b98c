import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ForestPlan, planForest } from "../../../../analyzer/algorithms/timed-closure/forest-plan.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { smallSystem } from "../../../support/arbitrary-system.ts";
import { chainRows, type CriticalRow, criticalSystem } from "../../../support/critical-system.ts";

function planOf(count: number, rows: readonly CriticalRow[], horizonHours: number): ForestPlan {
  return planForest(compileTimedLayout(criticalSystem(count, rows)), toTicks(horizonHours));
}

/** Who stands on whom, after how many hours: `asset>asset hours`, by the first asset of a knot. */
function stands({ knotStart, knotAsset, parent, delayTicks }: ForestPlan): string[] {
  const first = (knot: number) => knotAsset[knotStart[knot]!]!;
  return [...parent.keys()]
    .filter((knot) => parent[knot] !== -1)
    .map((knot) => `${first(knot)}>${first(parent[knot]!)} ${delayTicks[knot]! / 1e9}`)
    .sort();
}

describe("planForest", () => {
  it("holds every asset once, parents before their children, subtrees in one piece", () => {
    fc.assert(
      fc.property(smallSystem(), ({ dataset, scenario }) => {
        const layout = compileTimedLayout(compileSystem(dataset));
        const plan = planForest(layout, toTicks(scenario.horizonHours));
        expect([...plan.knotAsset].toSorted((x, y) => x - y)).toEqual([...Array(layout.nodeCount).keys()]);
        expect(new Set(plan.preorder).size).toBe(plan.knotStart.length - 1);
        const path: number[] = [];
        for (const knot of plan.preorder) {
          while (path.length > 0 && path.at(-1) !== plan.parent[knot]) path.pop();
          expect(path.at(-1) ?? -1).toBe(plan.parent[knot]);
          path.push(knot);
        }
      }),
      { seed: 20_260_729, numRuns: 500 },
    );
  });

  it("stands an asset on what its loss alone takes, within the window", () => {
    const rows = [
      { provider: 0, dependent: 1, lagHours: 2, bufferHours: 1 },
      { provider: 1, dependent: 2, bufferHours: 30 },
    ];
    expect(stands(planOf(3, rows, 24))).toEqual(["0>1 3"]);
    expect(stands(planOf(3, rows, 48))).toEqual(["0>1 3", "1>2 30"]);
  });

  it("ties what fails at one tick into a knot, and a slow loop by its quickest ways", () => {
    const knot = planOf(4, chainRows(4, {}, true), 24);
    expect(knot.preorder).toHaveLength(1);
    const slow = [...chainRows(4, { lagHours: 1 }, true), { provider: 1, dependent: 0, lagHours: 1.5 }];
    const plan = planOf(4, slow, 24);
    expect(plan.parent.filter((parent) => parent === -1)).toHaveLength(1);
    expect(plan.preorder).toHaveLength(4);
  });

  it("prefers what reaches more", () => {
    const rows = [
      { provider: 0, dependent: 1 },
      { provider: 0, dependent: 2 },
      ...chainRows(40, { lagHours: 1 }).slice(2),
    ];
    expect(stands(planOf(40, rows, 400))).toContain("0>2 0");
  });

  it("cuts what would lie too deep for exact times", () => {
    const plan = planOf(30, chainRows(30, { lagHours: 200_000 }), 400_000);
    const roots = plan.parent.filter((parent) => parent === -1).length;
    expect(roots).toBeGreaterThan(1);
    expect(roots).toBeLessThan(10);
  });
});
