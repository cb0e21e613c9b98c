import { expect, it } from "vitest";
import { compileTimedLayout } from "../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { TimedCascade } from "../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { compileSystem } from "../../analyzer/system/compile-system.ts";
import { ticksPerHour } from "../../analyzer/system/ticks.ts";
import { seededSystem } from "../support/seeded-systems.ts";
import { PlainTimed } from "./plain-timed.ts";
import { quartersPerHour, timedDataset, timedSystem } from "./timed-system.ts";

const ticksPerQuarter = ticksPerHour / quartersPerHour;
const horizon = 72 * quartersPerHour;

it.each(["critical", "mixed"] as const)("fails what the timed cascade fails, when it does, %s", (mix) => {
  const system = timedSystem(seededSystem("scale-free", mix, 300));
  const plain = new PlainTimed(system);
  const timed = new TimedCascade(compileTimedLayout(compileSystem(timedDataset(system))));
  let most = 0;
  for (let source = 0; source < 300; source += 1) {
    timed.begin(source, horizon * ticksPerQuarter);
    timed.runUntil(horizon * ticksPerQuarter);
    const failed = [...timed.failed.subarray(0, timed.failedCount)];
    const found = new Map(failed.map((asset) => [asset, timed.failedTick[asset]! / ticksPerQuarter]));
    expect(found).toEqual(plain.run(source, horizon));
    most = Math.max(most, found.size);
  }
  expect(most).toBeGreaterThan(50);
});
