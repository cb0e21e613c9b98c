import { describe, expect, it } from "vitest";
import { type Dataset, runAnalysis } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenDataset } from "../../support/golden.ts";
import { lossOfSet } from "../../support/set-loss.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const shown = (dataset: Dataset, parameters: object) =>
  resultOf("greedy-sets", dataset, parameters).picks.map(({ id, gain, total }) => `${id} ${gain} ${total}`);

describe("greedy sets: the picks", () => {
  it("of the golden case: beside P1 it is P2, for then nothing feeds S2", () => {
    const question = { hours: 96, horizonHours: 240 };
    const [first, second] = resultOf("greedy-sets", goldenDataset, { k: 2, ...question }).picks;
    // 631 is worked out by hand in GC-3.
    expect(first).toEqual({ rank: 1, id: "P1", gain: 631, total: 631 });
    const total = lossOfSet(goldenDataset, ["P1", "P2"], { by: "outageHours", ...question });
    expect(second).toEqual({ rank: 2, id: "P2", gain: (total ?? 0) - 631, total });
  });

  it("gains grow where one asset stands in for another, and every candidate is judged then", () => {
    const assets = ["A", "B", "C", "D"].map((id) => assetRow(id));
    const dependencies = ["A", "B"].flatMap((provider) =>
      ["C", "D"].map((dependent) => dependencyRow(provider, dependent, { group: "g", need: 1 })),
    );
    const dataset = datasetOf({ assets, dependencies });
    expect(shown(dataset, { k: 2, hours: 10, horizonHours: 20 })).toEqual(["A 10 10", "B 30 40"]);
    const result = resultOf("greedy-sets", dataset, { k: 2, hours: 10, horizonHours: 20 });
    expect(result).toMatchObject({ method: "every candidate", gap: 0, optimum: { ids: ["A", "B"], total: 40 } });
    // Four candidates, three, and all six pairs.
    expect(result.runs).toBe(4 + 3 + 6);
  });

  it("and greedy can miss the worst set: the gap says by how much", () => {
    // Greedy takes C, which alone brings two assets; A and B together bring four.
    const assets = ["A", "B", "C", "D", "P", "Q"].map((id) => assetRow(id));
    const dependencies = [
      ...["A", "B"].flatMap((provider) =>
        ["P", "Q"].map((dependent) => dependencyRow(provider, dependent, { group: "g", need: 1 })),
      ),
      dependencyRow("C", "D"),
    ];
    const result = resultOf("greedy-sets", datasetOf({ assets, dependencies }), { k: 2, hours: 10, horizonHours: 20 });
    expect(result.picks.map(({ id, total }) => [id, total])).toEqual([
      ["C", 20],
      ["A", 30],
    ]);
    expect(result).toMatchObject({ optimum: { ids: ["A", "B"], total: 40 }, gap: 10 });
  });

  it("unknown people come last and stay unknown", () => {
    const assets = [assetRow("A"), assetRow("B", { peopleServed: 0 }), assetRow("C", { peopleServed: 5 })];
    const parameters = { k: 3, by: "personHours", hours: 10, horizonHours: 20 };
    expect(shown(datasetOf({ assets }), parameters)).toEqual(["C 50 50", "A 0 50", "B 0 50"]);
    expect(shown(datasetOf({ assets: [assetRow("A"), assetRow("B")] }), { ...parameters, k: 2 })).toEqual([
      "A null null",
      "B null null",
    ]);
  });

  it("lazy evaluation judges few candidates again", () => {
    // Ten assets with 39, 38, ... 30 dependents each.
    const hubs = Array.from({ length: 10 }, (_, hub) => `hub${hub}`);
    const dependencies = hubs.flatMap((id, hub) =>
      Array.from({ length: 39 - hub }, (_, index) => dependencyRow(id, `${id} ${index}`)),
    );
    const assets = [...hubs, ...dependencies.map(({ dependent }) => dependent)].map((id) => assetRow(id));
    const dataset = datasetOf({ assets, dependencies });
    const result = resultOf("greedy-sets", dataset, { k: 3, hours: 10, horizonHours: 10 });
    expect(result).toMatchObject({ method: "lazy", optimum: null, gap: null });
    expect(result.picks.map(({ id, gain }) => [id, gain])).toEqual([
      ["hub0", 400],
      ["hub1", 390],
      ["hub2", 380],
    ]);
    // All of them once, then a batch of 64 per further pick.
    expect(result.runs).toBe(355 + 2 * 64);
  });
});

describe("greedy sets: the question", () => {
  const two = datasetOf({ assets: [assetRow("A"), assetRow("B")] });

  it.each<[string, object, string]>([
    ["k 0", { k: 0 }, "ANALYSIS_PARAMETER k: must be a whole number from 1 to 20"],
    ["k above the cap", { k: 21 }, "ANALYSIS_PARAMETER k: must be a whole number from 1 to 20"],
    ["half a k", { k: 1.5 }, "ANALYSIS_PARAMETER k: must be a whole number from 1 to 20"],
    ["more than there are", { k: 3 }, "ANALYSIS_PARAMETER k: the dataset has only 2 assets"],
    ["an unknown consequence", { by: "money", k: 1 }, "ANALYSIS_PARAMETER by: must be one of outageHours, personHours"],
    ["hours below 0", { hours: -1, k: 1 }, "ANALYSIS_PARAMETER hours: must be a number of hours above 0"],
    ["what it does not have", { limit: 3, k: 1 }, "ANALYSIS_PARAMETER limit: no such parameter"],
  ])("%s is refused", (_, parameters, text) => {
    expect(refusals("greedy-sets", two, parameters).join()).toContain(text);
  });

  it("one asset, and assets without anything between them, have an answer", () => {
    expect(shown(datasetOf({ assets: [assetRow("A")] }), { k: 1, hours: 7 })).toEqual(["A 7 7"]);
    expect(shown(two, { k: 2, hours: 7 })).toEqual(["A 7 7", "B 7 14"]);
    expect(refusals("greedy-sets", datasetOf({}), { k: 1 })).toHaveLength(1);
  });

  it("can be stopped between two candidates", () => {
    let judged = 0;
    const host = { progress: () => (judged += 1), aborted: () => judged >= 3 };
    const input = { dataset: goldenDataset, hash: "", overlays: [], engine: "" };
    expect(runAnalysis("greedy-sets", input, { k: 2 }, host)).toEqual({ kind: "aborted" });
    expect(judged).toBe(3);
  });
});
