import { describe, expect, it } from "vitest";
import { lossScenario, runAnalysis } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenNetwork } from "../../support/golden.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const assetsNamed = (...ids: string[]) => ids.map((id) => assetRow(id));

/** T stands while A or B does; 20 further assets have nothing to do with it. */
const pair = ["A", "B"].map((provider) => dependencyRow(provider, "T", { group: "g", need: 1 }));
const small = datasetOf({ assets: assetsNamed("A", "B", "T"), dependencies: pair });
const idle = Array.from({ length: 20 }, (_, index) => `Z${String(index).padStart(2, "0")}`);
const large = datasetOf({ assets: assetsNamed("A", "B", "T", ...idle), dependencies: pair });

const rowOf = (result: ReturnType<typeof exact>, id: string) => result.rows.find((row) => row.id === id);
const exact = (parameters: object) => resultOf("importance", small, { hours: 10, horizonHours: 20, ...parameters });
const drawn = (parameters: object) => resultOf("importance", large, { hours: 10, horizonHours: 20, ...parameters });

describe("importance: every world", () => {
  it("of an asset that goes down", () => {
    // T is down by itself (0.5), or with A and B (0.25): Q = 1 - 0.5 * 0.75.
    const result = exact({ likelihood: 0.5, asset: "T" });
    expect(result).toMatchObject({ method: "exact", mean: 0.625, trials: null, seed: null, runs: 8 });
    expect(result.top).toEqual({ kind: "down", id: "T" });
    expect(result.minimalSets).toMatchObject({ count: 2, rareEvent: 0.75, rareEventCapped: false });
    expect(result.rows.map(({ id, birnbaum }) => [id, birnbaum])).toEqual([
      ["T", 0.75],
      ["A", 0.25],
      ["B", 0.25],
    ]);
  });

  it("of a consequence that reaches a level, and of its expected value", () => {
    expect(exact({ likelihood: 0.5, by: "assetsDisrupted", atLeast: 3 })).toMatchObject({ mean: 0.25 });
    const expected = exact({ likelihood: 0.5 });
    // Each of the three for 10 hours: A and B with 0.5, T with 0.625.
    expect(expected).toMatchObject({ mean: 16.25, minimalSets: null, top: { kind: "expected", by: "outageHours" } });
    expect(rowOf(expected, "A")).toMatchObject({ ifLost: 22.5, ifKept: 10, birnbaum: 12.5 });
  });

  it("takes each asset's own probability from the shocks of a scenario", () => {
    const shocks = [
      { select: { ids: ["A"] }, likelihood: 1 },
      { select: { ids: ["B"] }, likelihood: 0.25, hours: 5 },
      { select: { ids: ["T"] }, likelihood: 0 },
    ];
    const result = resultOf("importance", small, { scenario: { ...lossScenario(["A"], 1, 20), shocks }, asset: "T" });
    expect(result.mean).toBe(0.25);
    expect(result.rows.map(({ id, likelihood, birnbaum }) => [id, likelihood, birnbaum])).toEqual([
      ["B", 0.25, 1],
      ["A", 1, 0.25],
    ]);
    expect(rowOf(result, "A")).toMatchObject({ ifKept: 0, riskAchievementWorth: 1, riskReductionWorth: null });
  });

  it("says nothing of minimal sets where a further loss can help", () => {
    // Losing N2 beside G1 takes demand off C3's island: C3 stays up then.
    const scenario = { ...lossScenario(["G1", "N2"], 10, 48) };
    const likely = { ...scenario, shocks: scenario.shocks.map((shock) => ({ ...shock, likelihood: 0.5 })) };
    const result = resultOf("importance", goldenNetwork, { scenario: likely, by: "foreignOutageHours", atLeast: 1 });
    expect(result).toMatchObject({ method: "exact", minimalSets: null });
  });

  it("without a chance there is no row, and nothing happens", () => {
    expect(exact({ likelihood: 0, asset: "T" })).toMatchObject({ mean: 0, rows: [], runs: 1 });
    expect(exact({ likelihood: 1, asset: "T" })).toMatchObject({ mean: 1 });
  });
});

describe("importance: trials", () => {
  const truth = rowOf(exact({ likelihood: 0.5, asset: "T" }), "A");

  it("come near the exact numbers, with intervals; what has no part in it is near 0", () => {
    const result = drawn({ likelihood: 0.5, asset: "T", trials: 4000 });
    expect(result).toMatchObject({ method: "trials", trials: 4000, seed: 1, runs: 4000, minimalSets: null });
    expect(result.mean).toBeCloseTo(0.625, 1);
    expect(result.rows[0]?.id).toBe("T");
    const found = rowOf(result, "A");
    expect(found?.birnbaum).toBeCloseTo(0.25, 1);
    expect(found?.riskAchievementWorth).toBeCloseTo(truth?.riskAchievementWorth ?? 0, 1);
    expect(Math.abs(rowOf(result, "Z07")?.birnbaum ?? 1)).toBeLessThan(0.06);
  });

  it("a seed gives the same bytes again, another seed others", () => {
    const once = JSON.stringify(drawn({ likelihood: 0.5, trials: 300, seed: 5 }));
    expect(JSON.stringify(drawn({ likelihood: 0.5, trials: 300, seed: 5 }))).toBe(once);
    expect(JSON.stringify(drawn({ likelihood: 0.5, trials: 300, seed: 6 }))).not.toBe(once);
  });

  it("the 90 % intervals hold the exact number in about 90 % of 300 seeds", () => {
    const factors = ["birnbaum", "criticality", "diagnostic", "riskAchievementWorth", "riskReductionWorth"] as const;
    const held = factors.map(() => 0);
    for (let seed = 0; seed < 300; seed += 1) {
      const { intervals } = rowOf(drawn({ likelihood: 0.5, asset: "T", trials: 256, seed }), "A") ?? {};
      factors.forEach((factor, index) => {
        const [low, high] = intervals?.[factor] ?? [Number.NaN, Number.NaN];
        const value = truth?.[factor] ?? Number.NaN;
        if (low <= value && value <= high) held[index] = (held[index] ?? 0) + 1;
      });
    }
    for (const count of held) {
      expect(count / 300).toBeGreaterThan(0.85);
      expect(count / 300).toBeLessThan(0.95);
    }
  });

  it("what was never lost, or always, is not known", () => {
    expect(rowOf(drawn({ likelihood: 1e-9, trials: 50 }), "A")).toMatchObject({
      ifLost: null,
      birnbaum: null,
      intervals: null,
    });
    expect(rowOf(drawn({ likelihood: 1, trials: 50 }), "A")).toMatchObject({ ifKept: null, riskReductionWorth: null });
  });
});

describe("importance: the question", () => {
  const scenario = lossScenario(["A", "B"], 1, 20);
  const twice = { ...scenario, shocks: [...scenario.shocks, { select: { ids: ["A"] } }] };

  it.each<[string, object, string]>([
    ["a probability of 1.2", { likelihood: 1.2 }, "likelihood: must be a number from 0 to 1"],
    ["a probability below 0", { likelihood: -0.1 }, "likelihood: must be a number from 0 to 1"],
    ["no trials", { trials: 0 }, "trials: must be a whole number from 2 to 1000000"],
    ["too many trials", { trials: 1_000_001 }, "trials: must be a whole number from 2 to 1000000"],
    ["an unknown asset", { asset: "Q" }, "asset: no asset Q; correct the id"],
    ["an unknown consequence", { by: "harm" }, "by: must be one of"],
    ["a level of 0", { atLeast: 0 }, "atLeast: must be a number above 0"],
    ["both an asset and a level", { asset: "T", atLeast: 1 }, "atLeast: says nothing where an asset is looked at"],
    ["a scenario and a likelihood", { scenario, likelihood: 0.1 }, "likelihood: the scenario states this"],
    ["an asset in two shocks", { scenario: twice }, "scenario: two shocks select the same asset"],
    ["a scenario that is none", { scenario: 3 }, "scenario: must be a scenario"],
    ["a scenario with an unknown asset", { scenario: lossScenario(["Q"], 1, 2) }, "no asset Q"],
    ["a half seed", { seed: 0.5 }, "seed: must be a whole number"],
    ["people whom nobody states", { by: "personHours" }, "by: no asset of the dataset states people_served"],
  ])("%s is refused", (_, parameters, text) => {
    expect(refusals("importance", small, parameters).join()).toContain(text);
  });

  it("one asset has an answer", () => {
    const one = datasetOf({ assets: assetsNamed("A") });
    const result = resultOf("importance", one, { likelihood: 0.25, asset: "A" });
    expect(result).toMatchObject({ mean: 0.25, rows: [{ id: "A", birnbaum: 1, criticality: 1 }] });
  });

  it("says how many assets state no people", () => {
    const dataset = datasetOf({ assets: [assetRow("A", { peopleServed: 100 }), assetRow("B")] });
    const result = resultOf("importance", dataset, { likelihood: 0.5, by: "personHours", hours: 10, horizonHours: 10 });
    expect(result).toMatchObject({ mean: 500, assetsWithoutPeople: 1 });
  });

  it("can be stopped", () => {
    const host = { progress: () => undefined, aborted: () => true };
    const input = { dataset: small, hash: "", overlays: [], engine: "" };
    expect(runAnalysis("importance", input, {}, host)).toEqual({ kind: "aborted" });
  });
});
