import { describe, expect, it } from "vitest";
import type { Dataset, Dependency, LikelySetsResult } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const abroad = { states: [{ state: "XB", share: 1 }] };
/** A may be hit; B and C hear of it by chance; D needs one of the two; nobody needs E. */
const dataset = datasetOf({
  assets: [
    assetRow("A", { peopleServed: 10 }),
    assetRow("B", { peopleServed: 100 }),
    assetRow("C"),
    assetRow("D", { ...abroad, peopleServed: 1000 }),
    assetRow("E"),
  ],
  dependencies: [
    dependencyRow("A", "B", { likelihood: 0.5 }),
    dependencyRow("A", "C", { likelihood: 0.25 }),
    dependencyRow("B", "D", { group: "g", need: 1 }),
    dependencyRow("C", "D", { group: "g", need: 1 }),
  ],
});

const shocks = [{ select: { ids: ["A"] }, likelihood: 0.4 }];
const scenario = { id: "s", title: "S", horizonHours: 24, shocks };

function ask(of: Dataset = dataset, more: object = {}): LikelySetsResult {
  return resultOf("likely-sets", of, { scenario, trials: 40_000, ...more });
}

describe("likely-sets", () => {
  it("gives the probabilities that can be worked out by hand, within four standard errors", () => {
    const { assets, states } = ask();
    const exact = { A: 0.4, B: 0.2, C: 0.1, D: 0.05 } as const;
    expect(assets.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
    for (const { id, lost } of assets) {
      const truth = exact[id as keyof typeof exact];
      expect(Math.abs(lost.share - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / 40_000));
      expect(lost.interval[0] < lost.share && lost.share < lost.interval[1]).toBe(true);
    }
    // XA is reached through B or C, which no shock names; XB through D.
    expect(states.map(({ code }) => code)).toEqual(["XA", "XB"]);
    expect(states[1]!.reached.share).toBe(assets[3]!.lost.share);
    expect(Math.abs(states[0]!.reached.share - 0.25)).toBeLessThan(0.01);
  });

  it("gives what worlds lose: exact sums of assets, people and States", () => {
    const { assets, assetsLost, peopleLost, statesReached, warnings } = ask();
    const share = (id: string) => assets.find((asset) => asset.id === id)!.lost.share;
    expect(assetsLost.mean).toBeCloseTo(share("A") + share("B") + share("C") + share("D"), 9);
    expect(peopleLost?.mean).toBeCloseTo(10 * share("A") + 100 * share("B") + 1000 * share("D"), 6);
    expect([assetsLost.worst.value, peopleLost?.worst.value, statesReached.worst.value]).toEqual([4, 1110, 2]);
    expect(assetsLost.quantiles.find((quantile) => quantile.share === 0.5)?.value).toBe(0);
    expect(warnings).toEqual([]);
  });

  it("gives the same for the same seed, other numbers for another, and takes them from the scenario", () => {
    expect(ask(dataset, { seed: 3 })).toEqual(ask(dataset, { seed: 3 }));
    expect(ask(dataset, { seed: 3 }).assets).not.toEqual(ask(dataset, { seed: 4 }).assets);
    const stated = resultOf("likely-sets", dataset, { scenario: { ...scenario, trials: 77, seed: 3 } });
    expect([stated.trials, stated.seed]).toEqual([77, 3]);
  });

  it("tosses the coins of the trials: the same shares, and a world can be replayed", () => {
    const trials = 1000;
    const found = ask(dataset, { trials, seed: 8 });
    const timed = resultOf("trials", dataset, { scenario, trials, seed: 8 });
    expect(found.assets.map(({ id, lost }) => ({ id, ...lost })).sort((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
      timed.assets.map(({ id, disrupted }) => ({ id, ...disrupted })).sort((x, y) => (x.id < y.id ? -1 : 1)),
    );
    const { trial, value } = found.peopleLost!.worst;
    const replayed = resultOf("replay", dataset, { scenario, trial, seed: 8 });
    const people = replayed.assets.map(({ id }) => dataset.assets.find((asset) => asset.id === id)!.peopleServed ?? 0);
    expect(people.reduce((sum, served) => sum + served, 0)).toBe(value);
  });

  it("does not know people where those lost state none", () => {
    const silent = datasetOf({ ...dataset, assets: dataset.assets.map(({ id }) => assetRow(id)) });
    const { peopleLost, warnings } = ask(silent);
    expect([peopleLost, warnings.map(({ code }) => code)]).toEqual([null, ["RUN_PEOPLE_UNKNOWN"]]);
  });

  it("counts a shock that can strike nobody as one that does not", () => {
    const none = { ...scenario, shocks: [{ select: { ids: ["A"] }, likelihood: 0 }] };
    const result = resultOf("likely-sets", dataset, { scenario: none, trials: 200 });
    expect([result.assets, result.assetsLost.mean, result.peopleLost?.mean]).toEqual([[], 0, 0]);
  });

  it("answers one trial, and says nothing of spread", () => {
    const { assetsLost, trials } = ask(dataset, { trials: 1 });
    expect([trials, assetsLost.interval]).toEqual([1, null]);
  });

  describe("refuses", () => {
    const refused = (of: Dataset, changed: object, more: object = {}) =>
      refusals("likely-sets", of, { scenario: { ...scenario, ...changed }, trials: 100, ...more });

    it("shocks that end or leave something", () => {
      const ending = [{ ...shocks[0]!, hours: 72, availability: 0.5 }];
      expect(refused(dataset, { shocks: ending }).map((text) => text.split(":")[0])).toEqual([
        "ANALYSIS_NOT_BINARY shocks[0].hours",
        "ANALYSIS_NOT_BINARY shocks[0].availability",
      ]);
    });

    it("groups that can leave something, naming five and counting the others", () => {
      const users = Array.from({ length: 7 }, (_, number) => `U${number}`);
      const rows: Dependency[] = users.map((id) => dependencyRow("A", id, { loss: 0.5 }));
      const partial = datasetOf({ assets: [assetRow("A"), ...users.map((id) => assetRow(id))], dependencies: rows });
      const texts = refused(partial, {});
      expect(texts).toHaveLength(6);
      expect(texts[0]).toContain("of U0 can leave it something");
      expect(texts[5]).toContain("2 more");
    });

    it("assets whose loss a network notices", () => {
      const plant = assetRow("A", { produces: [{ commodity: "electricity", amount: 5 }] });
      const rows = { assets: [plant, assetRow("B")], connections: [connectionRow("A", "B")] };
      expect(refused(datasetOf(rows), {})[0]).toContain("the loss of A can change what electricity gives others");
    });

    it("numbers out of range and unknown assets", () => {
      expect(refused(dataset, {}, { trials: 0 })[0]).toContain("ANALYSIS_PARAMETER trials");
      expect(refused(dataset, {}, { seed: -1 })[0]).toContain("ANALYSIS_PARAMETER seed");
      expect(refused(dataset, {}, { confidence: 1 })[0]).toContain("ANALYSIS_PARAMETER confidence");
      expect(refused(dataset, { shocks: [{ select: { ids: ["X"] } }] })[0]).toContain("SCENARIO_UNKNOWN_ASSET");
    });
  });
});
