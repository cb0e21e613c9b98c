import { describe, expect, it } from "vitest";
import { type Dataset, runAnalysis } from "../../../analyzer/index.ts";
import { limits } from "../../../analyzer/model/limits.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenNetwork } from "../../support/golden.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { plantRow } from "../../support/small-dataset.ts";

const assetsNamed = (...ids: string[]) => ids.map((id) => assetRow(id));
const needsAny = (dependent: string, ...providers: string[]) =>
  providers.map((provider) => dependencyRow(provider, dependent, { group: "g", need: 1 }));

const shown = (dataset: Dataset, parameters: object) => {
  const { worst, synergies } = resultOf("pairs", dataset, { hours: 10, horizonHours: 20, ...parameters });
  return [worst, synergies].map((rows) =>
    rows.map(({ ids, total, synergy }) => `${ids.join("+")} ${total} ${synergy}`),
  );
};

describe("pairs: the answer", () => {
  it("shows the pairs that are worst, and those that are worse together than alone", () => {
    const dataset = datasetOf({
      assets: assetsNamed("A", "B", "C", "D", "E"),
      dependencies: [...needsAny("D", "A", "B"), dependencyRow("C", "E")],
    });
    expect(shown(dataset, { rows: 3 })).toEqual([["A+B 30 10", "A+C 30 0", "B+C 30 0"], ["A+B 30 10"]]);
  });

  it("puts losses together without a run where they do not meet", () => {
    const dataset = datasetOf({
      assets: assetsNamed("A", "B", "C", "D"),
      dependencies: [dependencyRow("A", "B"), dependencyRow("C", "D")],
    });
    // A meets B, and C meets D; the four pairs across are apart.
    const result = resultOf("pairs", dataset, { hours: 10, horizonHours: 20 });
    expect(result).toMatchObject({ assets: 4, pairs: 6, apart: 4, simulated: 2, ruledOut: 0, runs: 2 * 4 + 2 });
    expect(result.worst[0]).toEqual({ rank: 1, ids: ["A", "C"], total: 40, alone: [20, 20], synergy: 0 });
  });

  it("rules out pairs that cannot be among the worst", () => {
    // Two losses of 30 assets each, apart; and ten pairs of which each brings 3 at the most.
    const large = ["X", "Y"].flatMap((id) =>
      Array.from({ length: 30 }, (_, index) => dependencyRow(id, `${id}${index}`)),
    );
    const small = Array.from({ length: 10 }, (_, index) => [...needsAny(`s${index}`, `a${index}`, `b${index}`)]).flat();
    const ids = new Set([...large, ...small].flatMap(({ provider, dependent }) => [provider, dependent]));
    const dataset = datasetOf({ assets: assetsNamed(...ids), dependencies: [...large, ...small] });
    const result = resultOf("pairs", dataset, { hours: 10, horizonHours: 10, rows: 1 });
    expect(result.worst).toMatchObject([{ ids: ["X", "Y"], total: 620 }]);
    expect(result.synergies).toMatchObject([{ ids: ["a0", "b0"], total: 30, synergy: 10 }]);
    // Where every loss is total by itself nothing is worse together: no pair that meets can bring as much as X and Y.
    const total = datasetOf({ assets: assetsNamed(...ids), dependencies: large });
    const plain = resultOf("pairs", total, { hours: 10, horizonHours: 10, rows: 1 });
    expect(plain).toMatchObject({ simulated: 0, ruledOut: 60, synergies: [] });
  });

  it("takes losses for meeting where both disturb one network, and sees a cut that helps", () => {
    const result = resultOf("pairs", goldenNetwork, { hours: 10, horizonHours: 48, rows: 100 });
    expect(result.apart).toBe(0);
    // Losing N2 as well takes demand off G2's island and helps C3: less than the sum of both.
    const pair = result.worst.find(({ ids }) => ids.join() === "G1,N2");
    expect(pair?.synergy).toBeLessThan(0);
    const parts = datasetOf({
      assets: [plantRow("P", 10), plantRow("Q", 10), ...assetsNamed("S", "T")],
      connections: [connectionRow("P", "S"), connectionRow("Q", "T")],
    });
    expect(resultOf("pairs", parts, { hours: 10, horizonHours: 48 })).toMatchObject({ pairs: 6, apart: 4 });
  });

  it("counts States and sectors reached once, and only what is foreign to both as foreign", () => {
    const at = (id: string, state: string) => assetRow(id, { states: [{ state, share: 1 }] });
    const dataset = datasetOf({
      assets: [at("A", "XA"), at("B", "XB"), at("C", "XC"), at("D", "XC")],
      dependencies: [dependencyRow("A", "C"), dependencyRow("B", "D")],
    });
    const totalOf = (by: string) =>
      resultOf("pairs", dataset, { by, hours: 10, horizonHours: 20, rows: 100 }).worst.find(
        ({ ids }) => ids.join() === "A,B",
      )?.total;
    expect([totalOf("statesReached"), totalOf("foreignOutageHours"), totalOf("sectorsReached")]).toEqual([1, 20, 1]);
  });

  it("among some keeps to those whose loss alone is worst", () => {
    const dataset = datasetOf({ assets: assetsNamed("A", "B", "C", "D"), dependencies: [dependencyRow("D", "B")] });
    expect(shown(dataset, { among: 2 })[0]).toEqual(["A+D 30 0"]);
  });
});

describe("pairs: the question", () => {
  const three = datasetOf({ assets: assetsNamed("A", "B", "C") });

  it.each<[string, object, string]>([
    ["among 1", { among: 1 }, "among: must be a whole number from 2 to 3"],
    ["among more than there are", { among: 4 }, "among: must be a whole number from 2 to 3"],
    ["no rows", { rows: 0 }, "rows: must be a whole number from 1 to 1000"],
    ["an unknown consequence", { by: "harm" }, "by: must be one of"],
  ])("%s is refused", (_, parameters, text) => {
    expect(refusals("pairs", three, parameters).join()).toContain(text);
  });

  it("one asset has no pair", () => {
    expect(refusals("pairs", datasetOf({ assets: assetsNamed("A") }), {}).join()).toContain("takes two assets");
  });

  it("assets without anything between them are all apart", () => {
    expect(resultOf("pairs", three, {})).toMatchObject({ pairs: 3, apart: 3, simulated: 0, runs: 2 * 3 });
  });

  it("too many pairs that meet are refused once that is known, with what to do", () => {
    // All of 1,500 assets hold up one: every two of them meet.
    const ids = Array.from({ length: 1500 }, (_, index) => `A${index}`);
    const dependencies = ids.map((id) => dependencyRow(id, "top", { group: "g", need: 1 }));
    const dataset = datasetOf({ assets: assetsNamed(...ids, "top"), dependencies });
    expect(1500 * 1499 > 2 * limits.pairRuns).toBe(true);
    expect(refusals("pairs", dataset, { hours: 1, horizonHours: 1 }).join()).toMatch(
      /among: 1125750 pairs of losses or more meet, at most 1000000 are run; state up to 1414/,
    );
    expect(resultOf("pairs", dataset, { hours: 1, horizonHours: 1, among: 10 })).toMatchObject({ pairs: 45 });
  });

  it("can be stopped", () => {
    let heard = 0;
    const host = { progress: () => (heard += 1), aborted: () => heard >= 2 };
    const input = { dataset: three, hash: "", overlays: [], engine: "" };
    expect(runAnalysis("pairs", input, {}, host)).toEqual({ kind: "aborted" });
  });
});
