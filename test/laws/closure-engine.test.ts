import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Cascade } from "../../analyzer/algorithms/cascade/cascade.ts";
import { binaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import { compileFailureGroups } from "../../analyzer/algorithms/closure/compile-failure-groups.ts";
import { singleClosure } from "../support/single-closure.ts";
import type { Dataset } from "../../analyzer/index.ts";
import { compileSystem } from "../../analyzer/system/compile-system.ts";
import { compileTerritory } from "../../analyzer/system/territory.ts";
import { toTicks } from "../../analyzer/system/ticks.ts";
import { smallSystem } from "../support/arbitrary-system.ts";

const options = { seed: 20_260_729, numRuns: 5000 };
const tried = `${options.numRuns} systems, seed ${options.seed}`;

/** Long enough for every lag and buffer of a small system, loop after loop. */
const horizonTick = toTicks(100_000);

/** For every asset lost from hour 0 for some hours: what the engine disrupts, and what the closure says. */
function* losses(dataset: Dataset, hours: number) {
  const system = compileSystem(dataset);
  const { groups, removalOf } = compileFailureGroups(system);
  const layout = binaryLayout(groups, removalOf, compileTerritory(dataset));
  const cascade = new Cascade(system);
  const assets = system.assetIds.map((_, asset) => asset);
  for (const source of assets) {
    const plan = { asset: [source], fromTick: [0], toTick: [toTicks(hours)], availability: [0] };
    const { trace, stopped } = cascade.run(plan, { horizonTick, maxEvents: 100_000, causes: false });
    const disrupted = assets.filter((asset) => trace.last[asset] !== -1);
    const levels = disrupted.map((asset) => trace.level[trace.last[asset]!]);
    const { nodes, bounds } = singleClosure(layout, [layout.removalOf[source]!]);
    const closure = assets.filter((asset) => nodes.includes(layout.nodeOf[asset]!));
    yield { disrupted, levels, closure, bounds, stopped };
  }
}

it(`an exact closure is what the engine loses for good, wholly (${tried})`, () => {
  let exact = 0;
  const property = fc.property(smallSystem(), ({ dataset }) => {
    for (const { disrupted, levels, closure, bounds, stopped } of losses(dataset, Number.POSITIVE_INFINITY)) {
      if (bounds || stopped === "steps") continue;
      exact += 1;
      expect(closure).toEqual(disrupted);
      expect(levels.every((level) => level === 0)).toBe(true);
    }
  });
  fc.assert(property, options);
  // More than half of the sources, so that the law says something.
  expect(exact).toBeGreaterThan(15_000);
}, 120_000);

it(`no closure is less than what the engine disrupts, however long the loss lasts (${tried})`, () => {
  const anyHours = fc.constantFrom(Number.POSITIVE_INFINITY, 1, 2.5, 5, 72);
  fc.assert(
    fc.property(smallSystem(), anyHours, ({ dataset }, hours) => {
      for (const { disrupted, closure } of losses(dataset, hours)) {
        expect(disrupted.filter((asset) => !closure.includes(asset))).toEqual([]);
      }
    }),
    options,
  );
}, 120_000);
