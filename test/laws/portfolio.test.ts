import * as fc from "fast-check";
import { expect } from "vitest";
import { type Consequence, type Dataset, lossScenario } from "../../analyzer/index.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { resultOf } from "../support/ask.ts";
import { backed } from "../support/backed.ts";
import { runEngine } from "../support/engine-door.ts";
import { engineLaw } from "../support/law.ts";
import { lossOfSet, type SetQuestion, setsOf } from "../support/set-loss.ts";

const asked = fc.record({
  system: smallSystem(),
  by: fc.constantFrom<Consequence>("outageHours", "assetsDisrupted", "foreignOutageHours", "statesReached"),
  aim: fc.constantFrom("worst", "mean"),
  k: fc.integer({ min: 1, max: 2 }),
  losses: fc.constantFrom(2, 4),
  among: fc.constantFrom(0, 3),
});

interface Score {
  readonly worst: number;
  readonly mean: number;
}

/** What is left of the losses when some assets are backed, by runs of a dataset in which they need nothing. */
function leftOf(
  dataset: Dataset,
  sets: readonly (readonly string[])[],
  backups: readonly string[],
  question: SetQuestion,
) {
  const safe = backups.reduce(backed, dataset);
  const values = sets.map((ids) => {
    const lost = ids.filter((id) => !backups.includes(id));
    return lost.length === 0 ? 0 : (lossOfSet(safe, lost, question) ?? Number.NaN);
  });
  return { worst: Math.max(...values), mean: values.reduce((sum, value) => sum + value, 0) / values.length };
}

const rounding = 1e-6;

function isBetter(score: Score, than: Score, aim: "worst" | "mean"): boolean {
  const other = aim === "worst" ? "mean" : "worst";
  if (score[aim] < than[aim] - rounding) return true;
  return score[aim] <= than[aim] + rounding && score[other] < than[other] - rounding;
}

engineLaw("a portfolio is picked as by trying every backup, and is never better than the best", asked, (input) => {
  const { dataset } = input.system;
  const { by, k, losses, among } = input;
  const aim = input.aim === "worst" ? "worst" : "mean";
  const question: SetQuestion = { by, hours: 4, horizonHours: 12 };
  const result = resultOf("portfolio", dataset, { ...question, aim, k, losses, among });
  const sets = result.losses.map(({ ids }) => ids);
  const candidates = new Set(
    sets.flatMap((ids) => runEngine(dataset, lossScenario(ids, 4, 12)).assets.map(({ id }) => id)),
  );
  expect(result.losses.length).toBeGreaterThan(0);
  for (const { ids, before } of result.losses) expect(before).toBeCloseTo(lossOfSet(dataset, ids, question) ?? 0, 9);
  const singles = dataset.assets.map(({ id }) => lossOfSet(dataset, [id], question) ?? 0);
  expect(result.before.worst).toBeGreaterThanOrEqual(Math.max(...singles) - rounding);

  const backups: string[] = [];
  let left: Score = leftOf(dataset, sets, backups, question);
  for (let place = 0; place < k; place += 1) {
    const tried = [...candidates]
      .filter((id) => !backups.includes(id))
      .map((id) => leftOf(dataset, sets, [...backups, id], question));
    const pick = result.picks[place];
    if (pick === undefined) {
      for (const score of tried) expect(isBetter(score, left, aim)).toBe(false);
      break;
    }
    backups.push(pick.id);
    left = leftOf(dataset, sets, backups, question);
    expect(pick.worst).toBeCloseTo(left.worst, 9);
    expect(pick.mean).toBeCloseTo(left.mean, 9);
    for (const score of tried) expect(isBetter(score, left, aim)).toBe(false);
  }
  expect(result.after[aim]).toBeCloseTo(left[aim], 9);
  const portfolios = setsOf([...candidates], result.picks.length);
  const best = portfolios.map((ids) => leftOf(dataset, sets, ids, question)[aim]);
  expect(result.optimum?.[aim]).toBeCloseTo(Math.min(...best), 9);
  expect(result.gap).toBeGreaterThanOrEqual(-1e-9);
});
