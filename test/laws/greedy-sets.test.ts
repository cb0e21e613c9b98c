import * as fc from "fast-check";
import { expect } from "vitest";
import {
  type Consequence,
  consequences,
  type Dataset,
  type Dependency,
  type GreedySetsResult,
} from "../../analyzer/index.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { resultOf } from "../support/ask.ts";
import { engineLaw } from "../support/law.ts";
import { lossOfSet, type SetQuestion, setsOf } from "../support/set-loss.ts";

const asked = fc.record({
  system: smallSystem(),
  by: fc.constantFrom<Consequence>(...consequences),
  hours: fc.constantFrom(4, 12),
  k: fc.integer({ min: 1, max: 3 }),
});

/** Greedy by brute force: every asset is tried for every pick; the first of those that bring the most is taken. */
function plainGreedy(dataset: Dataset, question: SetQuestion, size: number): { ids: string[]; total: number | null } {
  const ids: string[] = [];
  let total: number | null = null;
  while (ids.length < size) {
    const tried = dataset.assets
      .filter(({ id }) => !ids.includes(id))
      .map(({ id }) => ({ id, total: lossOfSet(dataset, [...ids, id], question) }));
    const most = Math.max(...tried.map(({ total }) => total ?? -1));
    const best = tried.find(({ total }) => (total ?? -1) >= most - 1e-9 * (1 + Math.abs(most)));
    if (best === undefined) throw new Error("no asset is left");
    ids.push(best.id);
    total = best.total;
  }
  return { ids, total };
}

/** The same with groups that give all or nothing; `alone`: every provider is needed. */
function binary(dataset: Dataset, alone: boolean): Dataset {
  const dependencies = dataset.dependencies.map((row): Dependency => {
    const whole: Dependency = { ...row, rule: "threshold", loss: 1 };
    return alone ? { ...whole, group: row.id, share: 1, need: 1 } : whole;
  });
  return { ...dataset, dependencies };
}

const forGood = fc.record({ system: smallSystem({ networks: false }), k: fc.integer({ min: 1, max: 4 }) });

function expectGreedy(dataset: Dataset, question: SetQuestion, size: number, method: GreedySetsResult["method"]): void {
  const k = Math.min(size, dataset.assets.length);
  const result = resultOf("greedy-sets", dataset, { ...question, k });
  expect(result.method).toBe(method);
  const expected = plainGreedy(dataset, question, k);
  expect(result.picks.map(({ id }) => id)).toEqual(expected.ids);
  expect(result.picks.at(-1)?.total).toBeCloseTo(expected.total ?? Number.NaN, 9);
}

engineLaw("residual forests pick what brute force picks", forGood, ({ system: { dataset }, k }) => {
  const question = { by: "assetsDisrupted", hours: 5000, horizonHours: 5000 } as const;
  expectGreedy(binary(dataset, false), question, k, "residual forest");
});

engineLaw("lazy evaluation picks what brute force picks", forGood, ({ system: { dataset }, k }) => {
  // Long enough to tell, short enough that hours matter.
  const question = { by: "outageHours", hours: 16, horizonHours: 16 } as const;
  expectGreedy(binary(dataset, true), question, k, "lazy");
});

engineLaw("greedy sets are those of brute force, and the worst set is never below them", asked, (input) => {
  const { dataset } = input.system;
  const k = Math.min(input.k, dataset.assets.length);
  const question: SetQuestion = { by: input.by, hours: input.hours, horizonHours: 12 };
  const result = resultOf("greedy-sets", dataset, { ...question, k });
  const expected = plainGreedy(dataset, question, k);
  const total = result.picks.at(-1)?.total ?? null;
  if (expected.total === null) expect(total).toBeNull();
  else expect(total).toBeCloseTo(expected.total, 9);
  const most = Math.max(
    ...setsOf(
      dataset.assets.map(({ id }) => id),
      k,
    ).map((ids) => lossOfSet(dataset, ids, question) ?? -1),
  );
  expect(result.optimum?.total ?? -1).toBeCloseTo(most, 9);
  expect((result.optimum?.total ?? -1) - (total ?? -1)).toBeGreaterThanOrEqual(0);
});
