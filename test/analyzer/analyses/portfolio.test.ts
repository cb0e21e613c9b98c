import { describe, expect, it } from "vitest";
import { type Dataset, runAnalysis } from "../../../analyzer/index.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { goldenNetwork } from "../../support/golden.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const assetsNamed = (...ids: string[]) => ids.map((id) => assetRow(id));
const question = { hours: 10, horizonHours: 20 };

/** A feeds B, which feeds C, D and E. */
const tree = datasetOf({
  assets: assetsNamed("A", "B", "C", "D", "E"),
  dependencies: [dependencyRow("A", "B"), ...["C", "D", "E"].map((id) => dependencyRow("B", id))],
});

const portfolioOf = (dataset: Dataset, more: object) =>
  resultOf("portfolio", dataset, { ...question, among: 0, ...more });

describe("portfolio: the backups", () => {
  it("shield what depends on them, not only themselves", () => {
    const result = portfolioOf(tree, { k: 1, losses: 2 });
    // Lost alone, A brings all five assets and B four; with a backup of B, A brings itself only and B nothing.
    expect(result.before).toEqual({ worst: 50, mean: 45 });
    expect(result.picks).toEqual([{ rank: 1, id: "B", worst: 10, mean: 5 }]);
    expect(result.losses).toEqual([
      { ids: ["A"], before: 50, after: 10 },
      { ids: ["B"], before: 40, after: 0 },
    ]);
    expect(result).toMatchObject({ after: { worst: 10, mean: 5 }, gap: 0, optimum: { ids: ["B"] } });
  });

  it("end where no further one takes anything away", () => {
    const result = portfolioOf(tree, { k: 4, losses: 2 });
    expect(result.picks.map(({ id, worst, mean }) => [id, worst, mean])).toEqual([
      ["B", 10, 5],
      ["A", 0, 0],
    ]);
  });

  it("lower the worst or the mean, as asked", () => {
    // A brings four assets, P three and Q three by R, which both need.
    const dataset = datasetOf({
      assets: assetsNamed("A", "B", "C", "D", "P", "Q", "R", "S"),
      dependencies: [
        ...["B", "C", "D"].map((id) => dependencyRow("A", id)),
        dependencyRow("P", "R"),
        dependencyRow("Q", "R"),
        dependencyRow("R", "S"),
      ],
    });
    expect(portfolioOf(dataset, { k: 1, losses: 3 }).picks).toMatchObject([{ id: "A", worst: 30, mean: 20 }]);
    expect(portfolioOf(dataset, { k: 1, losses: 3, aim: "mean" }).picks).toMatchObject([{ id: "A" }]);
    const many = { k: 1, losses: 4, aim: "mean" };
    expect(portfolioOf(dataset, many).losses.map(({ ids }) => ids.join())).toEqual(["A", "P", "Q", "R"]);
    // R stands in the losses of P, Q and itself: two assets each time.
    expect(portfolioOf(dataset, many).picks).toMatchObject([{ id: "R", worst: 40, mean: 15 }]);
  });

  it("hold against pairs as well", () => {
    // D stands while A or B does: only their joint loss brings it and its three dependents.
    const dataset = datasetOf({
      assets: assetsNamed("A", "B", "D", "E", "F", "G"),
      dependencies: [
        ...["A", "B"].map((provider) => dependencyRow(provider, "D", { group: "g", need: 1 })),
        ...["E", "F", "G"].map((id) => dependencyRow("D", id)),
      ],
    });
    const result = portfolioOf(dataset, { k: 1, losses: 1, among: 6 });
    expect(result.losses).toEqual([{ ids: ["A", "B"], before: 60, after: 10 }]);
    // A, B or D: the first of equals, and D leaves both of the others down.
    expect(result.picks).toMatchObject([{ id: "A", worst: 10 }]);
  });

  it("keep up an asset that a network feeds", () => {
    const result = portfolioOf(goldenNetwork, { k: 8, losses: 1 });
    expect(result.picks.length).toBeGreaterThan(0);
    expect(result.after.worst).toBe(0);
  });
});

describe("portfolio: the question", () => {
  it.each<[string, object, string]>([
    ["k 0", { k: 0 }, "k: must be a whole number from 1 to 20"],
    ["k above the cap", { k: 21 }, "k: must be a whole number from 1 to 20"],
    ["more backups than assets", { k: 6 }, "k: the dataset has only 5 assets"],
    ["an unknown aim", { aim: "least" }, "aim: must be one of worst, mean"],
    ["no losses", { losses: 0 }, "losses: must be a whole number from 1 to 200"],
    ["pairs among too many", { among: 201 }, "among: must be a whole number from 0 to 200"],
    ["an unknown consequence", { by: "harm" }, "by: must be one of"],
  ])("%s is refused", (_, parameters, text) => {
    expect(refusals("portfolio", tree, parameters).join()).toContain(text);
  });

  it("one asset has a backup of itself", () => {
    const result = resultOf("portfolio", datasetOf({ assets: assetsNamed("A") }), { ...question, k: 1 });
    expect(result).toMatchObject({ before: { worst: 10 }, after: { worst: 0 }, picks: [{ id: "A" }] });
  });

  it("of person-hours that nobody states lists no loss", () => {
    const result = resultOf("portfolio", tree, { ...question, k: 1, by: "personHours" });
    expect(result).toMatchObject({ losses: [], picks: [], before: { worst: 0, mean: 0 } });
  });

  it("can be stopped", () => {
    let heard = 0;
    const host = { progress: () => (heard += 1), aborted: () => heard >= 2 };
    const input = { dataset: tree, hash: "", overlays: [], engine: "" };
    expect(runAnalysis("portfolio", input, {}, host)).toEqual({ kind: "aborted" });
  });
});
