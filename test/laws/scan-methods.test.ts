import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planForest } from "../../analyzer/algorithms/timed-closure/forest-plan.ts";
import { type Consequence, consequences, type Dataset, type RankRow, scanMethods } from "../../analyzer/index.ts";
import { forestRows } from "../../analyzer/measures/forest-scan.ts";
import { rankAssets } from "../../analyzer/measures/rank.ts";
import type { ScanRows } from "../../analyzer/measures/scan-rows.ts";
import type { ConsequenceValues } from "../../analyzer/measures/set-tally.ts";
import { type ScanWindow, SourceScan } from "../../analyzer/measures/source-scan.ts";
import { prepareGround } from "../../analyzer/run/ground.ts";
import { toTicks } from "../../analyzer/system/ticks.ts";
import { smallSystem } from "../support/arbitrary-system.ts";

/** All ways of a single-failure scan against the event engine, on 21,000 random systems in all. */

const quiet = { progress: () => undefined, aborted: () => false };

/** Systems of everything the model has, and the same with groups that give all or nothing. */
const systems = fc.tuple(smallSystem(), fc.boolean()).map(([{ dataset, scenario }, binary]) => ({
  dataset: binary ? allOrNothing(dataset) : dataset,
  horizonHours: scenario.horizonHours,
}));

/** Here every source has a bound. */
const withoutNetworks = smallSystem({ networks: false }).map(({ dataset, scenario }) => ({
  dataset,
  horizonHours: scenario.horizonHours,
}));

function allOrNothing(dataset: Dataset): Dataset {
  const dependencies = dataset.dependencies.map((row) => ({
    ...row,
    rule: "threshold" as const,
    loss: row.loss === 0 ? 0 : 1,
  }));
  return { ...dataset, dependencies };
}

const lostHours = fc.constantFrom(1, 2, 4, 20, 3.5, 1 / 3);

function groundOf(dataset: Dataset) {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return prepared.ground;
}

function windowOf(hours: number, horizonHours: number): ScanWindow {
  return { lostTicks: toTicks(hours), horizonTick: toTicks(horizonHours) };
}

/** Consequences that are not the same number to the last bit. */
function different(found: ConsequenceValues, expected: ConsequenceValues): Consequence[] {
  return consequences.filter((consequence) => !Object.is(found[consequence], expected[consequence]));
}

/** Consequences of a row that differ by more than rounding; counts must be the same. */
function farFrom({ values }: ScanRows, row: number, expected: ConsequenceValues): Consequence[] {
  return consequences.filter((consequence) => {
    const found = values[consequence][row]!;
    const wanted = expected[consequence] ?? Number.NaN;
    if (Number.isNaN(wanted)) return !Number.isNaN(found);
    return !(Math.abs(found - wanted) <= (consequence.endsWith("Hours") ? 1e-9 * wanted : 0));
  });
}

describe("ways of a scan", () => {
  it("timed closure: every row it gives has the bits of the event engine's (12,000 systems)", () => {
    const rows = { all: 0, exact: 0, withReturn: 0 };
    fc.assert(
      fc.property(systems, lostHours, ({ dataset, horizonHours }, hours) => {
        const scan = new SourceScan(groundOf(dataset));
        const window = windowOf(hours, horizonHours);
        for (let source = 0; source < dataset.assets.length; source += 1) {
          rows.all += 1;
          const found = scan.byClosure(source, window);
          if (found === null) continue;
          rows.exact += 1;
          if (found.assetsDisrupted > 1 && hours < horizonHours) rows.withReturn += 1;
          expect(different(found, scan.byEngine(source, window))).toEqual([]);
        }
      }),
      { seed: 20_260_729, numRuns: 12_000 },
    );
    // It is no law about nothing.
    expect(rows.exact).toBeGreaterThan(0.5 * rows.all);
    expect(rows.withReturn).toBeGreaterThan(5000);
  }, 120_000);

  it("timed forest: every row agrees with the event engine's, whatever piece it falls into (5,000 systems)", () => {
    const used = { forest: 0, all: 0 };
    fc.assert(
      fc.property(systems, fc.nat(), ({ dataset, horizonHours }, cut) => {
        const ground = groundOf(dataset);
        const scan = new SourceScan(ground);
        const window = windowOf(horizonHours, horizonHours);
        const plan = planForest(scan.layout, window.horizonTick);
        const middle = cut % (plan.preorder.length + 1);
        const seen = new Set<number>();
        for (const range of [
          [0, middle],
          [middle, plan.preorder.length],
        ] as const) {
          const rows = forestRows(ground, scan, plan, range, window, quiet);
          if (rows === null) throw new Error("nobody stopped it");
          rows.source.forEach((source, row) => {
            seen.add(source);
            used.all += 1;
            used.forest += Number(scanMethods[rows.method[row]!] === "timed forest");
            expect(farFrom(rows, row, scan.byEngine(source, window))).toEqual([]);
          });
        }
        expect(seen.size).toBe(dataset.assets.length);
      }),
      { seed: 20_260_729, numRuns: 5000 },
    );
    expect(used.forest).toBeGreaterThan(0.4 * used.all);
  }, 120_000);

  it("a limited scan is the head of the full one, and leaves some out (4,000 systems)", () => {
    let bounded = 0;
    const question = fc.record({ by: fc.constantFrom(...consequences), hours: lostHours });
    fc.assert(
      fc.property(
        fc.oneof(systems, withoutNetworks),
        question,
        fc.integer({ min: 1, max: 4 }),
        ({ dataset, horizonHours }, asked, limit) => {
          const ground = groundOf(dataset);
          const ask = (more: { limit?: number }) => rankAssets(ground, { ...asked, horizonHours, ...more }, quiet);
          const [full, head] = [ask({}), ask({ limit })];
          const text = (rows: readonly RankRow[] | undefined) => JSON.stringify(rows);
          expect(text(head?.rows)).toBe(text(full?.rows.slice(0, limit)));
          bounded += head?.methods.bounded ?? 0;
        },
      ),
      { seed: 20_260_729, numRuns: 4000 },
    );
    expect(bounded).toBeGreaterThan(500);
  }, 120_000);
});
