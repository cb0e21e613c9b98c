import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Consequence, consequences, type RunResult, type TrialsResult } from "../../analyzer/index.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { resultOf } from "../support/ask.ts";
import { chancySystem, withLikelihood } from "../support/chancy-system.ts";
import { engineLaw } from "../support/law.ts";
import { resultOfPieces } from "../support/pieces-anyhow.ts";
import { assetRow, datasetOf, dependencyRow } from "../support/rows.ts";

/** A consequence as a run tells it; foreign loss is not among its totals. */
function totalOf({ totals }: Pick<RunResult, "totals">, name: Consequence): number | null | undefined {
  return name === "foreignOutageHours" ? undefined : totals[name];
}

function expectConstant(trials: TrialsResult, run: Pick<RunResult, "totals">): void {
  for (const name of consequences) {
    const expected = totalOf(run, name);
    if (expected === undefined) continue;
    const found = trials.consequences[name];
    if (expected === null) expect(found).toBeNull();
    else {
      expect(found).toMatchObject({ mean: expected, interval: [expected, expected], standardDeviation: 0 });
      expect(found?.tails.map((tail) => tail.expectedShortfall)).toEqual([expected, expected, expected]);
      expect(found?.exceedance).toEqual({ complete: true, points: [{ value: expected, share: 1 }] });
    }
  }
}

engineLaw(
  "a likelihood of 1 everywhere makes every trial the certain run, to the last bit",
  smallSystem(),
  (system) => {
    const { dataset, scenario } = withLikelihood(system.dataset, system.scenario, 1, 1);
    const run = resultOf("run", dataset, { scenario });
    const trials = resultOf("trials", dataset, { scenario, trials: 3 });
    expectConstant(trials, run);
    const hours = Object.fromEntries(run.assets.map(({ id, outageHours }) => [id, outageHours]));
    expect(Object.fromEntries(trials.assets.map(({ id, outageHours }) => [id, outageHours.mean]))).toEqual(hours);
    for (const { disrupted } of trials.assets) expect(disrupted.share).toBe(1);
  },
);

engineLaw("shocks of likelihood 0 lose nothing", chancySystem(), ({ dataset, scenario }) => {
  const never = withLikelihood(dataset, scenario, 0.5, 0);
  const {
    consequences: found,
    assets,
    states,
  } = resultOf("trials", never.dataset, {
    scenario: never.scenario,
    trials: 3,
  });
  expect([assets, states]).toEqual([[], []]);
  for (const name of consequences) expect(found[name]).toMatchObject({ mean: 0, furtherTrials: null });
});

engineLaw(
  "where no dependency transmits only shocked assets lose anything",
  chancySystem({ networks: false }),
  ({ dataset, scenario }) => {
    const apart = withLikelihood(dataset, scenario, 0, 0.5);
    const named = new Set(scenario.shocks.flatMap(({ select }) => select.ids ?? []));
    const { assets } = resultOf("trials", apart.dataset, { scenario: apart.scenario, trials: 4 });
    for (const { id } of assets) expect(named).toContain(id);
  },
);

engineLaw(
  "trials are what their replays lose, one by one",
  fc.tuple(chancySystem(), fc.constantFrom(0, 0.3, 1)),
  ([{ dataset, scenario }, bufferSpread]) => {
    const parameters = { scenario, seed: 8, bufferSpread };
    const replays = [0, 1, 2].map((trial) => resultOf("replay", dataset, { ...parameters, trial }));
    const trials = resultOf("trials", dataset, { ...parameters, trials: 3 });
    for (const name of consequences) {
      const values = replays.map((replay) => totalOf(replay, name));
      if (name === "foreignOutageHours" || values.includes(null)) continue;
      const points = trials.consequences[name]?.exceedance.points.map(({ value }) => value);
      expect(points).toEqual([...new Set(values as number[])].sort((a, b) => a - b));
    }
    const hits = (id: string) => replays.filter(({ assets }) => assets.some((asset) => asset.id === id)).length;
    for (const { id, disrupted } of trials.assets) expect(disrupted.share).toBe(hits(id) / 3);
  },
);

engineLaw("the same seed gives the same bytes whoever does the pieces", chancySystem(), ({ dataset, scenario }) => {
  const parameters = { scenario, trials: 40, bufferSpread: 0.4 };
  const bytes = JSON.stringify(resultOf("trials", dataset, parameters));
  expect(JSON.stringify(resultOfPieces("trials", dataset, parameters))).toBe(bytes);
});

describe("the 90 % interval of the expected loss", () => {
  it("covers the exact value in 87 to 93 % of 1,000 seeds", () => {
    const dataset = datasetOf({
      assets: ["A", "B", "C"].map((id) => assetRow(id)),
      dependencies: [dependencyRow("A", "B", { likelihood: 0.6 }), dependencyRow("B", "C", { likelihood: 0.5 })],
    });
    const shock = { select: { ids: ["A"] }, hours: 10, likelihood: 0.5 };
    const scenario = { id: "s", title: "S", horizonHours: 20, shocks: [shock] };
    // Half the time A is out for 10 h; B with it in 6 of 10, C with B in 5 of 10.
    const exact = 0.5 * 10 * (1 + 0.6 * (1 + 0.5));
    let covered = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      const { consequences: found } = resultOf("trials", dataset, { scenario, seed, trials: 100 });
      const [low, high] = found.outageHours?.interval ?? [Number.NaN, Number.NaN];
      if (low <= exact && exact <= high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(870);
    expect(covered).toBeLessThanOrEqual(930);
  });
});
