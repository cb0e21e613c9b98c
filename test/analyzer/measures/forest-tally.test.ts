import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Trace } from "../../../analyzer/algorithms/cascade/trace.ts";
import { consequences } from "../../../analyzer/index.ts";
import { FailureTally } from "../../../analyzer/measures/forest-tally.ts";
import { SetTally } from "../../../analyzer/measures/set-tally.ts";
import { compileTerritory } from "../../../analyzer/system/territory.ts";
import { smallSystem } from "../../support/arbitrary-system.ts";

describe("FailureTally", () => {
  it("says what the tally of records says, whatever was added and removed before", () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 59 }), fc.nat({ max: 1e13 }), fc.integer({ min: -5, max: 5 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(smallSystem(), changes, ({ dataset }, steps) => {
        const territory = compileTerritory(dataset);
        const count = dataset.assets.length;
        const tally = new FailureTally(territory);
        const now = new Map<number, number>();
        const horizonTick = 1e14;
        const from = -4e15;
        for (const [raw, tick] of [...steps, [0, 0, 0] as const]) {
          const asset = raw % count;
          const before = now.get(asset);
          if (before !== undefined) tally.remove(asset, from + before);
          now.set(asset, tick);
          tally.add(asset, from + tick);
        }
        const trace = new Trace(count);
        for (const [asset, tick] of now) trace.note(asset, tick, 0);
        trace.close(horizonTick);
        const found = tally.consequences(0, from + horizonTick);
        const expected = new SetTally(territory).consequences([0], trace);
        for (const key of consequences) {
          const [one, other] = [found[key], expected[key]];
          if (one === null || other === null) expect(one).toBe(other);
          else expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-12 * other);
        }
      }),
      { seed: 20_260_729, numRuns: 500 },
    );
  });
});
