import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RestartWindows } from "../../../../analyzer/algorithms/cascade/restart-windows.ts";
import type { Cause } from "../../../../analyzer/algorithms/cascade/trace.ts";

const causeOf = (record: number): Cause => ({ group: 0, member: 0, provider: 0, record });

describe("RestartWindows", () => {
  it("know the lowest level that still counts, and why, as scanning all of them does", () => {
    const step = fc.record({
      asset: fc.nat({ max: 2 }),
      wait: fc.nat({ max: 3 }),
      level: fc.constantFrom(0, 0.25, 0.5, 0.75),
      ended: fc.boolean(),
    });
    const windowTicks = 5;
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const windows = new RestartWindows();
        const past: { asset: number; level: number; until: number; cause: Cause }[] = [];
        let tick = 0;
        for (const { asset, wait, level, ended } of steps) {
          tick += wait;
          if (ended) {
            const cause = causeOf(past.length);
            windows.add(asset, level, tick + windowTicks, cause);
            past.push({ asset, level, until: tick + windowTicks, cause });
          }
          windows.expire(asset, tick);
          const counting = past.filter((entry) => entry.asset === asset && entry.until > tick);
          const lowest = Math.min(1, ...counting.map((entry) => entry.level));
          expect(windows.floor(asset)).toBe(lowest);
          // Of several equally low the last one holds longest.
          expect(windows.floorCause(asset)).toBe(counting.findLast((entry) => entry.level === lowest)?.cause ?? null);
        }
      }),
    );
  });

  it("count up to, not including, their end", () => {
    const windows = new RestartWindows();
    windows.add(0, 0.5, 10, null);
    windows.expire(0, 9);
    expect(windows.floor(0)).toBe(0.5);
    windows.expire(0, 10);
    expect(windows.floor(0)).toBe(1);
  });

  it("are forgotten on reset", () => {
    const windows = new RestartWindows();
    windows.add(3, 0, 10, null);
    windows.reset();
    expect(windows.floor(3)).toBe(1);
  });
});
