import * as fc from "fast-check";
import { expect, it } from "vitest";
import { binaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import { closureForest } from "../../analyzer/algorithms/closure/closure-forest.ts";
import { ClosureKernel } from "../../analyzer/algorithms/closure/closure-kernel.ts";
import type { ClosureSums } from "../../analyzer/algorithms/closure/closure-sums.ts";
import { closuresAlone } from "../../analyzer/algorithms/closure/closures-alone.ts";
import { forestPlan } from "../../analyzer/algorithms/closure/forest-plan.ts";
import { singleClosures } from "../support/single-closure.ts";
import { failuresOnly } from "../support/failures-only.ts";

const seed = 20_260_729;

/** Everything but the work counter, by asset. */
function byAsset(sums: ClosureSums | null, nodeOf: Int32Array) {
  if (sums === null) throw new Error("no WebAssembly here");
  const { expansions: _, ...columns } = sums;
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, Array.from(nodeOf, (node) => column[node])]),
  );
}

const forests = fc.record({
  system: failuresOnly,
  planSeed: fc.integer(),
  coreSize: fc.constantFrom(1, 2, 3, 5, 1_000_000),
});

it(`the forest, and each closure alone, give what the plain twin gives, with any plan and cores of any size (20000 systems, seed ${seed})`, () => {
  fc.assert(
    fc.property(forests, ({ system: { groups, territory }, planSeed, coreSize }) => {
      const assets = Int32Array.from({ length: groups.nodeCount }, (_, asset) => asset);
      const layout = binaryLayout(groups, assets, territory);
      const plan = forestPlan(layout, planSeed);
      const expected = byAsset(singleClosures(layout), layout.nodeOf);
      expect(byAsset(closureForest(layout, plan, coreSize), layout.nodeOf)).toEqual(expected);
      const kernel = ClosureKernel.place(layout);
      expect(kernel?.plan(planSeed)).toEqual(plan);
      const sums = kernel?.sweep(plan, coreSize) ?? null;
      expect(byAsset(sums, layout.nodeOf)).toEqual(expected);
      expect(sums?.expansions).toBe(closureForest(layout, plan, coreSize).expansions);
      expect(byAsset(closuresAlone(layout, Infinity), layout.nodeOf)).toEqual(expected);
      const alone = kernel?.sweepAlone(Infinity) ?? null;
      if (layout.slack.length === 0) expect(byAsset(alone, layout.nodeOf)).toEqual(expected);
      else expect(alone).toBeNull();
      const unordered = binaryLayout(groups, assets, territory, false);
      expect(byAsset(closureForest(unordered, forestPlan(unordered)), assets)).toEqual(expected);
    }),
    { seed, numRuns: 20_000 },
  );
}, 120_000);
