import { describe, expect, it } from "vitest";
import { Cascade } from "../../../analyzer/algorithms/cascade/cascade.ts";
import { scanMethods } from "../../../analyzer/index.ts";
import { forestRows, planScanForest } from "../../../analyzer/measures/forest-scan.ts";
import { SourceScan } from "../../../analyzer/measures/source-scan.ts";
import { toTicks } from "../../../analyzer/system/ticks.ts";
import { chainRows, criticalSystem, onePlace } from "../../support/critical-system.ts";

const quiet = { progress: () => undefined, aborted: () => false };
const forever = { lostTicks: toTicks(24), horizonTick: toTicks(24) };

function groundOf(count: number, lagHours: number) {
  return { cascade: new Cascade(criticalSystem(count, chainRows(count, { lagHours }))), territory: onePlace(count) };
}

describe("planScanForest", () => {
  it("chooses the forest by what a sample takes", () => {
    // Every loss takes 24 others within the day, or 7.
    expect(planScanForest(new SourceScan(groundOf(300, 1)), forever, 300)).not.toBeNull();
    expect(planScanForest(new SourceScan(groundOf(300, 4)), forever, 300)).toBeNull();
  });

  it("never where something comes back, or nothing is watched", () => {
    const scan = new SourceScan(groundOf(300, 0));
    expect(planScanForest(scan, { ...forever, lostTicks: toTicks(23) }, 300)).toBeNull();
    expect(planScanForest(scan, { lostTicks: 0, horizonTick: 0 }, 300)).toBeNull();
  });
});

describe("forestRows", () => {
  const ground = groundOf(300, 1);
  const scan = new SourceScan(ground);
  const plan = planScanForest(scan, forever, 300);
  if (plan === null) throw new Error("no forest");

  it("gives a row per source", () => {
    const rows = forestRows(ground, scan, plan, [0, 300], forever, quiet);
    expect(rows?.source).toHaveLength(300);
    rows?.source.forEach((source, row) => {
      const reached = Math.min(24, 300 - source);
      expect(rows.values.assetsDisrupted[row]).toBe(reached);
      expect(rows.values.outageHours[row]).toBe(24 * reached - (reached * (reached - 1)) / 2);
      expect(scanMethods[rows.method[row]!]).toBe("timed forest");
    });
  });

  it("can be stopped between two sources", () => {
    let done = 0;
    const watch = { progress: () => void (done += 1), aborted: () => done === 5 };
    expect(forestRows(ground, scan, plan, [0, 300], forever, watch)).toBeNull();
    expect(done).toBe(5);
  });
});
