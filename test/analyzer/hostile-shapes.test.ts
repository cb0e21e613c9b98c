import { describe, expect, it } from "vitest";
import {
  type Analysis,
  type AnalysisResult,
  catalogue,
  checkDataset,
  type Dataset,
  hasErrors,
  isPieced,
  nowhere,
  type Scenario,
} from "../../analyzer/index.ts";
import { askAnalysis, resultOf } from "../support/ask.ts";
import { exampleParameters } from "../support/example-parameters.ts";
import {
  assetName,
  chain,
  completeGraph,
  invertedStar,
  linePairs,
  loop,
  parallelChain,
  parallelLines,
  pile,
  star,
} from "../support/hostile-shapes.ts";

const count = 300;
const few = 60;
const lossHours = 72;
const horizonHours = 408;
const last = count - 1;

/** An extreme dataset and what can be said of it by hand. */
interface Shape {
  readonly dataset: Dataset;
  /** How many assets the loss of one brings down. */
  readonly lost: (position: number) => number;
  /** How long each is down: as long as the loss, or to the end where nothing lifts what fell. */
  readonly hours?: number;
  /** How many are down where each was lost for good, where buffers would hold it off beyond the horizon. */
  readonly lostInTheEnd?: (position: number) => number;
  /** How many the worst two bring down together, and the first two. */
  readonly worstPair: number;
  readonly firstPair: number;
  /** Distinct edges of "who can fail whom", dependencies in loops, depth, and the highest betweenness. */
  readonly edges: number;
  readonly inLoops: number;
  readonly depth: number;
  readonly betweenness: number;
  /** Most that can flow from XA to XB, by one way per line of 5 MW. */
  readonly lines?: number;
}

const one = () => 1;
const alone = { lost: one, worstPair: 2, firstPair: 2, inLoops: 0 } as const;
const all = { lost: () => count, worstPair: count, firstPair: count } as const;
const path = { edges: last, inLoops: 0, depth: last, betweenness: Math.floor(last / 2) * Math.ceil(last / 2) } as const;
const chained = { lost: (position: number) => count - position, worstPair: count, firstPair: count, ...path } as const;
const ring = { edges: count, inLoops: count, depth: 0, betweenness: (last * (count - 2)) / 2 } as const;
const fan = { edges: last, inLoops: 0, depth: 1, betweenness: 0 } as const;
const held = { ...alone, ...path, lostInTheEnd: chained.lost } as const;
const evenAndNext = (position: number) => (position % 2 === 0 ? 2 : 1);

const shapes: Readonly<Record<string, Shape>> = {
  "a pile of assets without any row": { dataset: pile(count), ...alone, edges: 0, depth: 0, betweenness: 0 },
  "a chain": { dataset: chain(count), ...chained },
  "a chain with buffers of no hours": { dataset: chain(count, { bufferHours: 0 }), ...chained },
  "a chain with buffers longer than any horizon": { dataset: chain(count, { bufferHours: 1e6 }), ...held },
  // More billionths of an hour than a number can hold never come to an end.
  "a chain with the largest buffers there are": {
    dataset: chain(count, { bufferHours: Number.MAX_VALUE }),
    ...alone,
    ...path,
  },
  "a chain with the largest lags there are": {
    dataset: chain(count, { lagHours: Number.MAX_VALUE }),
    ...alone,
    ...path,
  },
  "a loop": { dataset: loop(count), ...all, ...ring, hours: horizonHours },
  "a loop of assets that start alone": { dataset: loop(count, { blackStart: true }), ...alone, ...ring },
  "a loop that takes forever to restart": {
    dataset: loop(count, { restartHours: Number.MAX_VALUE }),
    ...all,
    ...ring,
    hours: horizonHours,
  },
  "a star": {
    dataset: star(count),
    lost: (position) => (position === 0 ? count : 1),
    worstPair: count,
    firstPair: count,
    ...fan,
  },
  "many providers of one, any of which will do": { dataset: invertedStar(count, 1), ...alone, ...fan },
  "many providers of one that needs them all": {
    dataset: invertedStar(count, last),
    lost: (position) => (position === last ? 1 : 2),
    worstPair: 3,
    firstPair: 3,
    ...fan,
  },
  "a complete graph": {
    dataset: completeGraph(few),
    lost: () => few,
    hours: horizonHours,
    worstPair: few,
    firstPair: few,
    edges: few * (few - 1),
    inLoops: few * (few - 1),
    depth: 0,
    betweenness: 0,
  },
  "a chain of parallel rows, each by itself": { dataset: parallelChain(count, 5), ...chained },
  "a chain of parallel rows in one group": { dataset: parallelChain(count, 5, "g"), ...chained },
  "a pile of node pairs": {
    dataset: linePairs(count / 2),
    lost: evenAndNext,
    worstPair: 4,
    firstPair: 2,
    edges: count,
    inLoops: 0,
    depth: 0,
    betweenness: 0,
    lines: count / 2,
  },
  "one node pair joined by many lines": {
    dataset: parallelLines(count),
    lost: evenAndNext,
    worstPair: 2,
    firstPair: 2,
    edges: 2,
    inLoops: 0,
    depth: 0,
    betweenness: 0,
    lines: count,
  },
  "one node pair": {
    dataset: linePairs(1),
    lost: evenAndNext,
    worstPair: 2,
    firstPair: 2,
    edges: 2,
    inLoops: 0,
    depth: 0,
    betweenness: 0,
    lines: 1,
  },
};

const lossOf = (select: Scenario["shocks"][number]["select"], hours?: number): Scenario => ({
  id: "loss",
  title: "Loss",
  horizonHours,
  shocks: [hours === undefined ? { select } : { select, hours }],
});
const first = lossOf({ ids: [assetName(0)] }, lossHours);

/** What an analysis answers; no number of it may be anything that JSON cannot say. */
function ask<Kind extends AnalysisResult["kind"]>(dataset: Dataset, id: Kind, parameters: unknown) {
  const result = resultOf(id, dataset, parameters);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  return result;
}

describe.each(Object.entries(shapes))("%s", (_, shape) => {
  const { dataset, lost, hours = lossHours, lostInTheEnd = lost, worstPair, firstPair } = shape;
  const size = dataset.assets.length;
  const positions = dataset.assets.map((_asset, position) => position);
  const harm = (assets: number) => assets * (assets === 1 ? lossHours : hours);
  const worst = Math.max(...positions.map((position) => harm(lost(position))));
  const isNetwork = dataset.connections.length > 0;

  it("is data the check has nothing against", () => {
    expect(hasErrors(checkDataset(dataset, { locate: () => nowhere }))).toBe(false);
  });

  it("is run, compared, tried and replayed", () => {
    const { totals, assets } = ask(dataset, "run", { scenario: first });
    expect([totals.assetsDisrupted, totals.outageHours]).toEqual([lost(0), harm(lost(0))]);
    expect(assets).toHaveLength(lost(0));
    const compared = ask(dataset, "compare", { scenario: first });
    expect(compared).toMatchObject({ of: "run", before: { totals }, after: { totals } });
    const tried = ask(dataset, "trials", { scenario: first, trials: 20 });
    expect(tried.consequences.outageHours).toMatchObject({ mean: harm(lost(0)), standardDeviation: 0 });
    expect(tried.assets).toHaveLength(lost(0));
    expect(ask(dataset, "replay", { scenario: first, trial: 7 }).totals).toEqual(totals);
  });

  it("is lost for good as far as it goes", () => {
    const sets = ask(dataset, "final-sets", {});
    const lostById = new Map(sets.rows.map(({ id, assetsLost }) => [id, assetsLost]));
    expect(positions.map((position) => lostById.get(assetName(position)))).toEqual(positions.map(lostInTheEnd));
    expect(sets.methods["closure forest"]).toBe(size);
    const forGood = { scenario: lossOf({ ids: [assetName(0)] }), trials: 130 };
    if (isNetwork) {
      expect(askAnalysis("likely-sets", dataset, forGood)).toMatchObject({
        kind: "refused",
        issues: [{ code: "ANALYSIS_NOT_BINARY", column: "commodity" }],
      });
      return;
    }
    const likely = ask(dataset, "likely-sets", forGood);
    expect(likely.assetsLost).toMatchObject({ mean: lostInTheEnd(0), standardDeviation: 0 });
  });

  it("is ranked, surely and under chance", () => {
    const { rows } = ask(dataset, "rank", {});
    const harms = new Map(rows.map(({ id, outageHours }) => [id, outageHours]));
    expect(positions.map((position) => harms.get(assetName(position)))).toEqual(
      positions.map((position) => harm(lost(position))),
    );
    expect(ask(dataset, "rank", { limit: 1 }).rows).toEqual(rows.slice(0, 1));
    const tried = ask(dataset, "rank-trials", { trials: 2, candidates: 3, k: Math.min(3, size) });
    expect(tried.rows.map(({ id, mean }) => [id, mean])).toEqual(
      rows.slice(0, 3).map(({ id, outageHours }) => [id, outageHours]),
    );
  });

  it("is lost by sets", () => {
    const greedy = ask(dataset, "greedy-sets", { k: 2 });
    expect(greedy.picks.map(({ total }) => total)).toEqual([worst, harm(worstPair)]);
    const pairs = ask(dataset, "pairs", { among: Math.min(10, size), rows: 1 });
    expect(pairs.worst[0]?.total).toBe(harm(worstPair));
    const portfolio = ask(dataset, "portfolio", { k: 1, losses: 3, among: 3 });
    expect(portfolio.before.worst).toBe(harm(worstPair));
    expect(portfolio.after.worst).toBeLessThanOrEqual(portfolio.before.worst);
    const shares = ask(dataset, "shapley", { ids: [assetName(0), assetName(1)] });
    expect(shares.total).toBe(harm(firstPair));
    expect(shares.rows.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(shares.total, 6);
  });

  it("is weighed where all are lost for sure, and where none is", () => {
    const sure = ask(dataset, "importance", { likelihood: 1, trials: 2 });
    expect(sure.mean).toBeCloseTo(size * hours, 6);
    expect(sure.rows).toHaveLength(size);
    expect(ask(dataset, "importance", { likelihood: 0 })).toMatchObject({ mean: 0, rows: [] });
  });

  it("has its shape", () => {
    const coupled = ask(dataset, "coupling", {});
    expect(coupled.dependencies).toBe(dataset.dependencies.length);
    expect([coupled.inLoops.count, coupled.maxDepth]).toEqual([shape.inLoops, shape.depth]);
    const { edges, rows } = ask(dataset, "structure", {});
    expect([edges, rows.length, rows[0]?.betweenness]).toEqual([shape.edges, size, shape.betweenness]);
    const flows = ask(dataset, "borders", {}).rows.map(({ from, to, flow, disjointPaths }) => [
      from,
      to,
      flow,
      disjointPaths,
    ]);
    expect(flows).toEqual(shape.lines === undefined ? [] : [["XA", "XB", 5 * shape.lines, shape.lines]]);
  });

  it.each(catalogue.filter(isPieced).map((entry): [string, Analysis] => [entry.id, entry]))(
    "%s stops at once where it is told to",
    (id, entry) => {
      const parameters = exampleParameters(entry, dataset, lossOf({ ids: [assetName(0)] }));
      for (const most of [1, 2, 5]) {
        let calls = 0;
        const outcome = askAnalysis(id, dataset, parameters, () => (calls += 1) >= most);
        if (outcome.kind === "refused") expect([id, isNetwork]).toEqual(["likely-sets", true]);
        else expect([outcome.kind, calls]).toEqual([calls < most ? "done" : "aborted", Math.min(calls, most)]);
      }
    },
  );
});
