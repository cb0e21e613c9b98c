import { describe, expect, it } from "vitest";
import type { Dataset, Scenario } from "../../analyzer/index.ts";
import { resultOf } from "../support/ask.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../support/rows.ts";

/**
 * Probabilities that are known exactly (reference-values, reliability.json; validation.md section 9), found again by trials
 * within their own 99.9 % interval.
 */

const trials = 20_000;

/** Probability that an asset is disrupted, with its interval. */
function disruptedShare(dataset: Dataset, scenario: Scenario, id: string) {
  const { assets } = resultOf("trials", dataset, { scenario, trials, confidence: 0.999, seed: 2026 });
  return assets.find((asset) => asset.id === id)!.disrupted;
}

function expectWithin(found: ReturnType<typeof disruptedShare>, exact: number): void {
  expect(found.interval[0]).toBeLessThanOrEqual(exact);
  expect(found.interval[1]).toBeGreaterThanOrEqual(exact);
  expect(found.interval[1] - found.interval[0]).toBeLessThan(0.03);
}

function hazard(likelihoods: Readonly<Record<string, number>>): Scenario {
  const shocks = Object.entries(likelihoods).map(([id, likelihood]) => ({ select: { ids: [id] }, likelihood }));
  return { id: "hazard", title: "Hazard", horizonHours: 10, shocks };
}

describe("two trains, each a pump and a valve", () => {
  const dataset = datasetOf({
    assets: ["PumpOne", "PumpTwo", "ValveOne", "ValveTwo", "TrainOne", "TrainTwo", "Top"].map((id) => assetRow(id)),
    dependencies: [
      dependencyRow("PumpOne", "TrainOne"),
      dependencyRow("ValveOne", "TrainOne"),
      dependencyRow("PumpTwo", "TrainTwo"),
      dependencyRow("ValveTwo", "TrainTwo"),
      dependencyRow("TrainOne", "Top", { group: "train" }),
      dependencyRow("TrainTwo", "Top", { group: "train" }),
    ],
  });

  it("fail with the probability 0.646, as SCRAM publishes", () => {
    const scenario = hazard({ PumpOne: 0.6, PumpTwo: 0.7, ValveOne: 0.4, ValveTwo: 0.5 });
    expectWithin(disruptedShare(dataset, scenario, "Top"), 0.646);
  });

  it("fail as often when the same chances are those of dependencies that transmit", () => {
    const likelihoods: Readonly<Record<string, number>> = { PumpOne: 0.6, PumpTwo: 0.7, ValveOne: 0.4, ValveTwo: 0.5 };
    const chancy = {
      ...dataset,
      dependencies: dataset.dependencies.map((row) => {
        const likelihood = likelihoods[row.provider];
        return likelihood === undefined ? row : { ...row, likelihood };
      }),
    };
    const scenario = hazard({ PumpOne: 1, PumpTwo: 1, ValveOne: 1, ValveTwo: 1 });
    expectWithin(disruptedShare(chancy, scenario, "Top"), 0.646);
  });
});

describe("the bridge between two terminals", () => {
  // Lines are assets: S to A and B, those to T, and one between A and B.
  const ends: readonly (readonly [line: string, from: string, to: string])[] = [
    ["l1", "S", "A"],
    ["l2", "S", "B"],
    ["l3", "A", "B"],
    ["l4", "A", "T"],
    ["l5", "B", "T"],
  ];
  const dataset = datasetOf({
    assets: [
      assetRow("S", { produces: [{ commodity: "electricity", amount: 1 }] }),
      assetRow("T", { consumes: [{ commodity: "electricity", amount: 1 }] }),
      ...["A", "B", ...ends.map(([line]) => line)].map((id) => assetRow(id)),
    ],
    connections: ends.flatMap(([line, from, to]) => [connectionRow(from, line), connectionRow(line, to)]),
  });

  it.each([
    [0.5, 0.5],
    [0.9, 0.97848],
  ])("whose lines work with the probability %d connects them with %d", (works, connected) => {
    const scenario = hazard(Object.fromEntries(ends.map(([line]) => [line, 1 - works])));
    expectWithin(disruptedShare(dataset, scenario, "T"), 1 - connected);
  });
});

it("k of n: three of five that each work with 0.9 do with 0.99144", () => {
  const providers = ["A", "B", "C", "D", "E"];
  const dataset = datasetOf({
    assets: [...providers, "Z"].map((id) => assetRow(id)),
    dependencies: providers.map((id) => dependencyRow(id, "Z", { group: "g", need: 3, rule: "threshold" })),
  });
  const scenario = hazard(Object.fromEntries(providers.map((id) => [id, 0.1])));
  expectWithin(disruptedShare(dataset, scenario, "Z"), 1 - 0.99144);
});

describe("repair times", () => {
  it("are lost in full by what cannot do without: mean (low + 4 likely + high) / 6", () => {
    const repair = { repairLowHours: 6, repairHours: 12, repairHighHours: 48 };
    const dataset = datasetOf({ assets: [assetRow("A", repair)], dependencies: [] });
    const scenario = { ...hazard({ A: 0.5 }), horizonHours: 100 };
    const { consequences } = resultOf("trials", dataset, { scenario, trials, confidence: 0.999, seed: 2026 });
    const [low, high] = consequences.outageHours!.interval!;
    const exact = (0.5 * (6 + 4 * 12 + 48)) / 6;
    expect(low).toBeLessThanOrEqual(exact);
    expect(high).toBeGreaterThanOrEqual(exact);
    expect(high - low).toBeLessThan(0.6);
  });
});
