import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundingLayout } from "../../../../analyzer/algorithms/timed-closure/bounding-layout.ts";
import { TimedCascade } from "../../../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { Cascade } from "../../../../analyzer/algorithms/cascade/cascade.ts";
import { limits } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { smallSystem } from "../../../support/arbitrary-system.ts";

describe("boundingLayout", () => {
  it("bounds every run: an asset is down there before it loses anything", () => {
    let bounds = 0;
    fc.assert(
      fc.property(smallSystem(), fc.constantFrom(1, 4, 40), ({ dataset, scenario }, hours) => {
        const system = compileSystem(dataset);
        const engine = new Cascade(system);
        const bound = new TimedCascade(boundingLayout(compileTimedLayout(system)));
        const horizonTick = toTicks(scenario.horizonHours);
        for (let source = 0; source < dataset.assets.length; source += 1) {
          bound.begin(source, horizonTick);
          bound.runUntil(horizonTick);
          if (bound.isOutside) continue;
          bounds += 1;
          const plan = { asset: [source], fromTick: [0], toTick: [toTicks(hours)], availability: [0] };
          const { trace } = engine.run(plan, { horizonTick, maxEvents: limits.events, causes: false });
          for (let record = 0; record < trace.count; record += 1) {
            expect(bound.failedTick[trace.asset[record]!]).toBeLessThanOrEqual(trace.fromTick[record]!);
          }
        }
      }),
      { seed: 20_260_729, numRuns: 1500 },
    );
    expect(bounds).toBeGreaterThan(4000);
  }, 60_000);
});
