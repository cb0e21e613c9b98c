import { describe, expect, it } from "vitest";
import type { AnalysisResult, Scenario } from "../../analyzer/index.ts";
import { askAnalysis, resultOf } from "../support/ask.ts";
import { assetName, pile } from "../support/hostile-shapes.ts";

const lossHours = 72;

const lossOf = (select: Scenario["shocks"][number]["select"], hours?: number): Scenario => ({
  id: "loss",
  title: "Loss",
  horizonHours: 408,
  shocks: [hours === undefined ? { select } : { select, hours }],
});
const first = lossOf({ ids: [assetName(0)] }, lossHours);

describe("one asset", () => {
  const dataset = pile(1);

  it.each<[AnalysisResult["kind"], unknown, object]>([
    ["run", { scenario: first }, { totals: { outageHours: lossHours, assetsDisrupted: 1 } }],
    ["compare", { scenario: first }, { of: "run" }],
    ["trials", { scenario: first, trials: 1 }, { consequences: { outageHours: { mean: lossHours, interval: null } } }],
    ["replay", { scenario: first, trial: 0 }, { totals: { outageHours: lossHours } }],
    ["likely-sets", { scenario: lossOf({ sector: "energy" }), trials: 1 }, { assetsLost: { mean: 1, interval: null } }],
    ["rank", {}, { rows: [{ rank: 1, outageHours: lossHours }] }],
    ["rank-trials", { trials: 1 }, { candidates: 1, rows: [{ mean: lossHours, interval: null }] }],
    ["final-sets", {}, { rows: [{ assetsLost: 1, statesReached: 0 }] }],
    ["greedy-sets", { k: 1 }, { picks: [{ total: lossHours }], gap: 0 }],
    ["portfolio", { k: 1 }, { before: { worst: lossHours }, after: { worst: 0 }, gap: 0 }],
    ["importance", { likelihood: 0.5 }, { method: "exact", mean: lossHours / 2 }],
    ["shapley", { ids: [assetName(0)] }, { total: lossHours, rows: [{ value: lossHours }] }],
    ["borders", {}, { rows: [], soleLinks: [] }],
    ["coupling", {}, { dependencies: 0, inLoops: { count: 0, share: null }, maxDepth: 0 }],
    ["structure", {}, { edges: 0, rows: [{ degree: 0, betweenness: 0, pageRank: 1, soleSupplier: null }] }],
  ])("%s %j", (id, parameters, found) => {
    const result = resultOf(id, dataset, parameters);
    expect(result).toMatchObject(found);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("is no pair", () => {
    expect(askAnalysis("pairs", dataset, {})).toMatchObject({
      kind: "refused",
      issues: [{ code: "ANALYSIS_PARAMETER", text: expect.stringMatching(/takes two assets/) }],
    });
  });
});

describe("a dataset without a single asset", () => {
  const dataset = pile(0);

  it.each<[AnalysisResult["kind"], object]>([
    ["rank", { rows: [] }],
    ["rank-trials", { candidates: 0, rows: [] }],
    ["final-sets", { rows: [] }],
    ["importance", { mean: 0, rows: [] }],
    ["borders", { rows: [], soleLinks: [] }],
    ["coupling", { dependencies: 0, reciprocity: null, meanDepth: null, maxDepth: 0 }],
    ["structure", { edges: 0, blocks: 0, rows: [] }],
  ])("%s answers with nothing", (id, found) => {
    expect(resultOf(id, dataset, {})).toMatchObject(found);
  });

  it.each<[string, unknown, string]>([
    ...["run", "compare", "trials", "likely-sets"].map((id): [string, unknown, string] => [
      id,
      { scenario: lossOf({ sector: "energy" }) },
      "SCENARIO_EMPTY_SELECTION",
    ]),
    ["replay", { scenario: lossOf({ sector: "energy" }), trial: 0 }, "SCENARIO_EMPTY_SELECTION"],
    ["greedy-sets", { k: 1 }, "ANALYSIS_PARAMETER"],
    ["pairs", {}, "ANALYSIS_PARAMETER"],
    ["portfolio", { k: 1 }, "ANALYSIS_PARAMETER"],
    ["shapley", { ids: [assetName(0)] }, "ANALYSIS_PARAMETER"],
  ])("%s %j is refused", (id, parameters, code) => {
    expect(askAnalysis(id, dataset, parameters)).toMatchObject({ kind: "refused", issues: [{ code }] });
  });
});
