import * as fc from "fast-check";
import { expect } from "vitest";
import { type Consequence, consequences } from "../../analyzer/index.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { resultOf } from "../support/ask.ts";
import { engineLaw } from "../support/law.ts";
import { lossOfSet, setsOf } from "../support/set-loss.ts";

const asked = fc.record({
  system: smallSystem(),
  by: fc.constantFrom<Consequence>(...consequences),
  hours: fc.constantFrom(4, 12),
  // Few rows let the bound rule pairs out, many show all of them.
  rows: fc.constantFrom(1, 3, 100),
});

engineLaw("pairs are those of running every pair", asked, ({ system: { dataset }, by, hours, rows }) => {
  const question = { by, hours, horizonHours: 12 };
  const result = resultOf("pairs", dataset, { ...question, rows });
  const ids = dataset.assets.map(({ id }) => id);
  const every = setsOf(ids, 2).map((pair) => ({ pair, total: lossOfSet(dataset, pair, question) }));
  const known = every.filter(({ total }) => total !== null);
  expect(result.pairs).toBe(every.length);
  expect(result.apart + result.simulated + result.ruledOut).toBe(every.length);

  const totals = known.map(({ total }) => total ?? 0).sort((x, y) => y - x);
  expect(result.worst).toHaveLength(Math.min(rows, known.length));
  result.worst.forEach(({ ids: pair, total }, place) => {
    expect(total).toBeCloseTo(totals[place] ?? Number.NaN, 9);
    expect(total).toBeCloseTo(every.find((found) => found.pair.join() === pair.join())?.total ?? Number.NaN, 9);
  });

  const alone = new Map(ids.map((id) => [id, lossOfSet(dataset, [id], question) ?? Number.NaN]));
  const gains = known
    .map(({ pair: [one = "", other = ""], total }) => (total ?? 0) - (alone.get(one) ?? 0) - (alone.get(other) ?? 0))
    .filter((synergy) => synergy > 1e-6)
    .sort((x, y) => y - x);
  expect(result.synergies).toHaveLength(Math.min(rows, gains.length));
  result.synergies.forEach(({ synergy }, place) => expect(synergy).toBeCloseTo(gains[place] ?? Number.NaN, 9));
});
