import { describe, expect, it } from "vitest";
import type { Dataset, Scenario } from "../../analyzer/index.ts";
import { askAnalysis, resultOf } from "../support/ask.ts";
import { assetName, chain, completeGraph, star } from "../support/hostile-shapes.ts";

/** Sizes at which recursion, argument lists and quadratic work break. A busy machine may take its time. */
const timeout = 300_000;

const million = 1_000_000;
const lossOf = (hours?: number): Scenario => ({
  id: "loss",
  title: "Loss",
  horizonHours: 408,
  shocks: [{ select: { ids: [assetName(0)] }, ...(hours === undefined ? {} : { hours }) }],
});

/** Whether an analysis stops once it has asked so many times whether to; false where it ended before. */
function stopsAfter(calls: number, dataset: Dataset, id: string, parameters: unknown): boolean {
  let asked = 0;
  const { kind } = askAnalysis(id, dataset, parameters, () => (asked += 1) >= calls);
  expect(asked).toBeLessThanOrEqual(calls);
  return kind === "aborted";
}

describe("a chain of a million", () => {
  const dataset = chain(million);

  it("is lost from each asset on", { timeout }, () => {
    const { rows, methods } = resultOf("final-sets", dataset, { limit: 3 });
    expect(rows.map(({ id, assetsLost }) => [id, assetsLost])).toEqual([
      [assetName(0), million],
      [assetName(1), million - 1],
      [assetName(2), million - 2],
    ]);
    expect(methods["closure forest"]).toBe(million);
  });

  it("is as deep as it is long", { timeout }, () => {
    expect(resultOf("coupling", dataset, {})).toMatchObject({
      dependencies: million - 1,
      inLoops: { count: 0 },
      maxDepth: million - 1,
    });
  });

  it("has no borders, and is not ranked to the end where it is told to stop", { timeout }, () => {
    expect(resultOf("borders", dataset, {}).rows).toEqual([]);
    expect(stopsAfter(3, dataset, "rank", { limit: 3 })).toBe(true);
  });
});

describe("a star of a million", () => {
  const dataset = star(million);

  it("is lost with its middle", { timeout }, () => {
    const { rows } = resultOf("final-sets", dataset, { limit: 2 });
    expect(rows.map(({ id, assetsLost }) => [id, assetsLost])).toEqual([
      [assetName(0), million],
      [assetName(1), 1],
    ]);
  });

  it("is ranked by its middle", { timeout }, () => {
    const { rows } = resultOf("rank", dataset, { limit: 2 });
    expect(rows.map(({ id, outageHours }) => [id, outageHours])).toEqual([
      [assetName(0), 72 * million],
      [assetName(1), 72],
    ]);
  });
});

describe("a complete graph of 1,400", () => {
  const count = 1400;
  const dataset = completeGraph(count, { group: "all", need: count - 1, rule: "threshold" });

  it("is lost as a whole, whichever is lost", { timeout }, () => {
    const { rows } = resultOf("final-sets", dataset, {});
    expect(rows.every(({ assetsLost }) => assetsLost === count)).toBe(true);
    expect(resultOf("likely-sets", dataset, { scenario: lossOf(), trials: 130 }).assetsLost).toMatchObject({
      mean: count,
    });
  });

  it("is one loop", { timeout }, () => {
    expect(resultOf("coupling", dataset, {})).toMatchObject({
      inLoops: { count: count * (count - 1), share: 1 },
      reciprocity: 1,
      loops: { count: 1, sizes: [count] },
      maxDepth: 0,
    });
  });
});

describe("a chain of 200,000 whose links may hold", () => {
  const count = 200_000;
  const dataset = chain(count, { likelihood: 0.5 });

  it("is run to its end, without chains, which would be longer than all else", { timeout }, () => {
    const { totals, assets, warnings } = resultOf("run", dataset, { scenario: lossOf(72) });
    expect([totals.assetsDown, totals.outageHours]).toEqual([count, 72 * count]);
    expect(assets[0]?.chain).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain("RUN_CHAINS_LEFT_OUT");
  });

  it("breaks off early in every world", { timeout }, () => {
    const { assetsLost } = resultOf("likely-sets", dataset, { scenario: lossOf(), trials: 1000 });
    // The lost stretch is longer than 60 links with a probability of 2^-60.
    expect(assetsLost.worst.value).toBeLessThan(60);
    expect(assetsLost.mean).toBeGreaterThan(1.8);
    expect(assetsLost.mean).toBeLessThan(2.2);
  });

  it("is tried until it is told to stop, among the coins of one block too", { timeout }, () => {
    const parameters = { scenario: lossOf(72), trials: 200 };
    // Once before the pieces, once before the first trial, then while 200,000 coins are tossed for it.
    for (const calls of [1, 2, 4]) expect(stopsAfter(calls, dataset, "trials", parameters)).toBe(true);
  });

  it("has betweenness sampled until it is told to stop", { timeout }, () => {
    expect(stopsAfter(4, dataset, "structure", { betweenness: "sampled", errorShare: 0.5 })).toBe(true);
  });
});
