import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Consequence, consequences, type Dataset, lossScenario, type RankRow } from "../../../analyzer/index.ts";
import { rankAssets } from "../../../analyzer/measures/rank.ts";
import type { Watch } from "../../../analyzer/measures/watch.ts";
import { prepareGround } from "../../../analyzer/run/ground.ts";
import { smallSystem } from "../../support/arbitrary-system.ts";
import { runEngine } from "../../support/engine-door.ts";
import { goldenDataset } from "../../support/golden.ts";
import { assetRow, datasetOf } from "../../support/rows.ts";

const quiet: Watch = { progress: () => undefined, aborted: () => false };

function groundOf(dataset: Dataset) {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return prepared.ground;
}

function ranked(dataset: Dataset, by: Consequence, more: { limit?: number; hours?: number } = {}): readonly RankRow[] {
  const result = rankAssets(groundOf(dataset), { by, hours: 96, horizonHours: 240, ...more }, quiet);
  if (result === null) throw new Error("aborted");
  return result.rows;
}

/** The row of one asset as a run of its own tells it. */
function rowByRun(dataset: Dataset, id: string, hours: number, horizonHours: number): Omit<RankRow, "rank"> {
  const { totals, states } = runEngine(dataset, lossScenario([id], hours, horizonHours));
  const home = dataset.assets.find((asset) => asset.id === id)?.states.map(({ state }) => state) ?? [];
  const foreign = states.filter(({ code }) => !home.includes(code));
  return {
    id,
    outageHours: totals.outageHours,
    personHours: totals.personHours,
    foreignOutageHours: foreign.reduce((sum, { outageHours }) => sum + outageHours, 0),
    assetsDisrupted: totals.assetsDisrupted,
    statesReached: totals.statesReached,
    foreignStatesReached: totals.foreignStatesReached,
    sectorsReached: totals.sectorsReached,
  };
}

describe("rankAssets: the numbers", () => {
  it("are those of a run per asset", () => {
    fc.assert(
      fc.property(smallSystem(), fc.constantFrom(1, 4, 20), ({ dataset }, hours) => {
        const rows = ranked(dataset, "outageHours", { hours });
        expect(rows).toHaveLength(dataset.assets.length);
        for (const { rank: _, ...row } of rows) {
          const expected = rowByRun(dataset, row.id, hours, 240);
          for (const key of consequences) {
            if (expected[key] === null) expect(row[key]).toBeNull();
            else expect(row[key]).toBeCloseTo(expected[key], 6);
          }
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});

describe("rankAssets: the order", () => {
  // What golden-case.md gives, worked out from the outages of each loss.
  const orders: Readonly<Record<Exclude<Consequence, "personHours">, string>> = {
    outageHours: "P1 631, S1 535, S2 362, T1 308, W1 192, B1 172, R1 152, F1 120, H1 108, P2 96",
    foreignOutageHours: "T1 174, P1 170, S1 170, B1 74, S2 70, R1 52, F1 0, H1 0, P2 0, W1 0",
    assetsDisrupted: "P1 7, S1 6, S2 4, T1 4, B1 2, R1 2, W1 2, F1 1, H1 1, P2 1",
    statesReached: "P1 3, S1 3, T1 3, S2 2, B1 1, R1 1, W1 1, F1 0, H1 0, P2 0",
    foreignStatesReached: "P1 2, S1 2, T1 2, B1 1, R1 1, S2 1, F1 0, H1 0, P2 0, W1 0",
    sectorsReached: "P1 6, S1 5, S2 3, T1 3, B1 1, R1 1, W1 1, F1 0, H1 0, P2 0",
  };

  it.each(Object.entries(orders))("by %s is highest first, ties by id", (by, expected) => {
    const consequence = consequences.find((known) => known === by) ?? "outageHours";
    const rows = ranked(goldenDataset, consequence);
    expect(rows.map((row) => `${row.id} ${row[consequence]}`).join(", ")).toBe(expected);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("puts an unknown number last, behind 0", () => {
    const persons: readonly (readonly [string, number | null])[] = [
      ["A", null],
      ["B", 0],
      ["C", 5],
      ["D", null],
      ["E", 9],
    ];
    const dataset = datasetOf({
      assets: persons.map(([id, peopleServed]) => assetRow(id, peopleServed === null ? {} : { peopleServed })),
    });
    expect(ranked(dataset, "personHours").map(({ id, personHours }) => `${id} ${personHours}`)).toEqual([
      "E 864",
      "C 480",
      "B 0",
      "A null",
      "D null",
    ]);
  });

  it("gives the first rows where a limit is set", () => {
    expect(ranked(goldenDataset, "outageHours", { limit: 2 }).map(({ id }) => id)).toEqual(["P1", "S1"]);
    expect(ranked(goldenDataset, "outageHours", { limit: 99 })).toHaveLength(10);
  });

  it("of no assets is empty", () => {
    expect(ranked(datasetOf({}), "outageHours")).toEqual([]);
  });
});

describe("rankAssets: the watch", () => {
  const question = { by: "outageHours", hours: 96, horizonHours: 240 } as const;

  it("hears of every asset that is done", () => {
    const heard: string[] = [];
    rankAssets(groundOf(goldenDataset), question, {
      ...quiet,
      progress: (done, total) => heard.push(`${done}/${total}`),
    });
    expect(heard).toEqual(Array.from({ length: 10 }, (_, index) => `${index + 1}/10`));
  });

  it("can stop it between two assets; there is no result then", () => {
    let done = 0;
    const watch = { progress: () => (done += 1), aborted: () => done === 3 };
    expect(rankAssets(groundOf(goldenDataset), question, watch)).toBeNull();
    expect(done).toBe(3);
  });
});
