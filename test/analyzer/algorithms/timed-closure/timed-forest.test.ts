import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planForest } from "../../../../analyzer/algorithms/timed-closure/forest-plan.ts";
import { TimedCascade } from "../../../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { TimedForest } from "../../../../analyzer/algorithms/timed-closure/timed-forest.ts";
import { compileTimedLayout, type TimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { smallSystem } from "../../../support/arbitrary-system.ts";
import { chainRows, criticalSystem } from "../../../support/critical-system.ts";

/** A tally that knows nothing but who is in it, and complains where it is told nonsense. */
class Listed {
  readonly ticks = new Map<number, number>();

  add(asset: number, tick: number): void {
    if (this.ticks.has(asset)) throw new Error(`${asset} is added twice`);
    this.ticks.set(asset, tick);
  }

  remove(asset: number, tick: number): void {
    if (this.ticks.get(asset) !== tick) throw new Error(`${asset} was not added at ${tick}`);
    this.ticks.delete(asset);
  }
}

function failuresAlone(cascade: TimedCascade, source: number, horizonTick: number): string | null {
  cascade.begin(source, horizonTick);
  cascade.runUntil(horizonTick);
  const assets = [...cascade.failed.subarray(0, cascade.failedCount)];
  if (cascade.isOutside) return null;
  const known = assets.filter((asset) => asset < cascade.layout.system.assetIds.length);
  return known
    .map((asset) => `${asset}:${cascade.failedTick[asset]}`)
    .sort()
    .join(" ");
}

const told = ({ ticks }: Listed, from: number) =>
  [...ticks]
    .map(([asset, tick]) => `${asset}:${tick - from}`)
    .sort()
    .join(" ");

const isPlainLoss = ({ branchStart, disturbsNetwork }: TimedLayout, asset: number) =>
  disturbsNetwork[asset] === 0 && branchStart[asset] === branchStart[asset + 1];

describe("TimedForest", () => {
  it("finds at every source the failures of a cascade of its own, from any piece, and leaves nothing behind", () => {
    let compared = 0;
    fc.assert(
      fc.property(smallSystem(), fc.nat(), ({ dataset, scenario }, cut) => {
        const layout = compileTimedLayout(compileSystem(dataset));
        const horizonTick = toTicks(scenario.horizonHours);
        const plan = planForest(layout, horizonTick);
        const cascade = new TimedCascade(layout);
        const tally = new Listed();
        const forest = new TimedForest(layout, plan, horizonTick, tally);
        const middle = cut % (plan.preorder.length + 1);
        for (const [from, to] of [
          [middle, plan.preorder.length],
          [0, middle],
        ] as const) {
          forest.sweep(from, to, (nodes, tick, isOutside) => {
            for (const source of nodes) {
              if (source >= dataset.assets.length || !isPlainLoss(layout, source) || isOutside) continue;
              compared += 1;
              expect(told(tally, tick)).toBe(failuresAlone(cascade, source, horizonTick));
            }
            return true;
          });
          expect(tally.ticks.size).toBe(0);
        }
      }),
      { seed: 20_260_729, numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(4000);
  }, 60_000);

  it("stops where the visitor says so", () => {
    const layout = compileTimedLayout(criticalSystem(5, chainRows(5, {})));
    const plan = planForest(layout, toTicks(24));
    const tally = new Listed();
    let visits = 0;
    const visit = () => {
      visits += 1;
      return visits < 3;
    };
    expect(new TimedForest(layout, plan, toTicks(24), tally).sweep(0, 5, visit)).toBe(false);
    expect(visits).toBe(3);
    expect(tally.ticks.size).toBe(0);
  });

  it("a chain of a million with lags: each failure is found once, and leaves the window once", () => {
    const million = 1_000_000;
    const layout = compileTimedLayout(criticalSystem(million, chainRows(million, { lagHours: 1 })));
    const horizonTick = toTicks(24);
    const tally = { size: 0, add: () => void (tally.size += 1), remove: () => void (tally.size -= 1) };
    const forest = new TimedForest(layout, planForest(layout, horizonTick), horizonTick, tally);
    const sizes = new Map<number, number>();
    forest.sweep(0, million, () => {
      sizes.set(tally.size, (sizes.get(tally.size) ?? 0) + 1);
      return true;
    });
    expect(forest.improvements).toBe(million);
    expect(sizes.get(24)).toBe(million - 23);
    expect(sizes.size).toBe(24);
  }, 60_000);

  it("a star both ways: the hub is worked out once", () => {
    const leaves = 20_000;
    const rows = Array.from({ length: leaves }, (_, at) => ({ provider: at + 1, dependent: 0, lagHours: 1 }));
    const out = Array.from({ length: 100 }, (_, at) => ({ provider: 0, dependent: leaves + 1 + at }));
    const layout = compileTimedLayout(criticalSystem(leaves + 101, [...rows, ...out]));
    const horizonTick = toTicks(24);
    const forest = new TimedForest(layout, planForest(layout, horizonTick), horizonTick, new Listed());
    expect(forest.sweep(0, leaves + 101, () => true)).toBe(true);
    // The hub's hundred, each leaf, the hub; not a hundred per leaf.
    expect(forest.improvements).toBeLessThan(leaves + 300);
  });
});
