import { describe, expect, it } from "vitest";
import type { Asset, Connection, Dataset, Dependency, ImportanceResult, Scenario } from "../../analyzer/index.ts";
import { resultOf } from "../support/ask.ts";
import { fictionalAsset, fictionalDataset } from "../support/fictional.ts";

/**
 * Importance and reliability against published and enumerated values (validation.md 9; reference-values, reliability.json). A
 * basic event of the reference is the loss of an asset here, the top event the fall of the asset `top`.
 */

/** Probability of each basic event. */
type Events = Readonly<Record<string, number>>;

function needs(dependent: string, provider: string, more: Partial<Dependency> = {}): Dependency {
  return { id: `${provider}>${dependent}`, provider, dependent, source: "test", ...more };
}

/** The dependent runs while any one of the providers does. */
function needsAny(dependent: string, ...providers: string[]): Dependency[] {
  return providers.map((provider) => needs(dependent, provider, { group: "any", need: 1 }));
}

function assetsOf(...ids: string[]): Asset[] {
  return ids.map((id) => fictionalAsset(id));
}

function scenarioOf(events: Events): Scenario {
  const shocks = Object.entries(events).map(([id, likelihood]) => ({ select: { ids: [id] }, likelihood }));
  return { id: "events", title: "Basic events", horizonHours: 1, shocks };
}

function importanceOf(dataset: Dataset, events: Events): ImportanceResult {
  return resultOf("importance", dataset, { scenario: scenarioOf(events), asset: "top" });
}

const twoTrains = fictionalDataset(
  "two-trains",
  assetsOf("PumpOne", "PumpTwo", "TrainOne", "TrainTwo", "ValveOne", "ValveTwo", "top"),
  [
    needs("TrainOne", "PumpOne"),
    needs("TrainOne", "ValveOne"),
    needs("TrainTwo", "PumpTwo"),
    needs("TrainTwo", "ValveTwo"),
    ...needsAny("top", "TrainOne", "TrainTwo"),
  ],
);

/** id, Birnbaum, criticality, diagnostic, RAW, RRW, in how many minimal sets. */
type Expected = readonly [string, number, number, number, number, number | null, number];

function expectRows({ rows }: ImportanceResult, expected: readonly Expected[]): void {
  expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.map(([id]) => id).toSorted());
  for (const [id, birnbaum, criticality, diagnostic, achievement, reduction, sets] of expected) {
    const row = rows.find((candidate) => candidate.id === id);
    expect(row?.birnbaum, id).toBeCloseTo(birnbaum, 9);
    expect(row?.criticality, id).toBeCloseTo(criticality, 9);
    expect(row?.diagnostic, id).toBeCloseTo(diagnostic, 9);
    expect(row?.riskAchievementWorth, id).toBeCloseTo(achievement, 7);
    if (reduction === null) expect(row?.riskReductionWorth, id).toBeNull();
    else expect(row?.riskReductionWorth, id).toBeCloseTo(reduction, 8);
    expect(row?.inMinimalSets, id).toBe(sets);
  }
}

describe("fault trees", () => {
  it("SCRAM's two trains: Q 0.646, bound 0.766144, the rare-event sum of 1.2 capped and said so", () => {
    const result = importanceOf(twoTrains, { PumpOne: 0.6, PumpTwo: 0.7, ValveOne: 0.4, ValveTwo: 0.5 });
    expect(result).toMatchObject({ method: "exact", interval: null, runs: 16, cappedRuns: 0 });
    expect(result.mean).toBeCloseTo(0.646, 12);
    expect(result.minimalSets).toMatchObject({ count: 4, rareEvent: 1, rareEventCapped: true });
    expect(result.minimalSets?.minimalCutUpperBound).toBeCloseTo(0.766144, 9);
    expectRows(result, [
      ["PumpOne", 0.51, 0.4736842105, 0.7894736842, 1.315789474, 1.9, 2],
      ["PumpTwo", 0.38, 0.4117647059, 0.8235294118, 1.176470588, 1.7, 2],
      ["ValveOne", 0.34, 0.2105263158, 0.5263157895, 1.315789474, 1.266666667, 2],
      ["ValveTwo", 0.228, 0.1764705882, 0.5882352941, 1.176470588, 1.214285714, 2],
    ]);
    expect(result.rows.map(({ id }) => id)).toEqual(["PumpOne", "PumpTwo", "ValveOne", "ValveTwo"]);
  });

  it("the same with low probabilities: the rare-event sum is 0.012", () => {
    const result = importanceOf(twoTrains, { PumpOne: 0.06, PumpTwo: 0.07, ValveOne: 0.04, ValveTwo: 0.05 });
    expect(result.mean).toBeCloseTo(0.0113704, 12);
    expect(result.minimalSets).toMatchObject({ count: 4, rareEventCapped: false });
    expect(result.minimalSets?.rareEvent).toBeCloseTo(0.012, 12);
    expect(result.minimalSets?.minimalCutUpperBound).toBeCloseTo(0.01194734073, 10);
    expectRows(result, [
      ["PumpOne", 0.11184, 0.5901639344, 0.6147540984, 10.24590164, 2.44, 2],
      ["PumpTwo", 0.09272, 0.5708154506, 0.6008583691, 8.583690987, 2.33, 2],
      ["ValveOne", 0.10951, 0.3852459016, 0.4098360656, 10.24590164, 1.626666667, 2],
      ["ValveTwo", 0.090768, 0.3991416309, 0.4291845494, 8.583690987, 1.664285714, 2],
    ]);
  });

  it("a theatre's emergency supply, as OpenFTA has it", () => {
    const theatre = fictionalDataset("theatre", assetsOf("BACKUP", "GEN", "MAINS", "RELAY", "top"), [
      needs("BACKUP", "GEN"),
      needs("BACKUP", "RELAY"),
      ...needsAny("top", "BACKUP", "MAINS"),
    ]);
    const result = importanceOf(theatre, { GEN: 1 - Math.exp(-0.02), MAINS: 0.03, RELAY: 0.05 });
    expect(result.mean).toBeCloseTo(0.002064337811, 12);
    expect(result.minimalSets?.rareEvent).toBeCloseTo(0.002094039801, 12);
    expect(result.minimalSets?.minimalCutUpperBound).toBeCloseTo(0.002093148741, 12);
    expectRows(result, [
      ["GEN", 0.0285, 0.2733747393, 0.2877628834, 14.53250521, 1.376225207, 1],
      ["MAINS", 0.06881126036, 1, 1, 33.33333333, null, 2],
      ["RELAY", 0.0294059602, 0.7122371166, 0.7266252607, 14.53250521, 3.475083333, 1],
    ]);
  });

  it("a common cause: one of two, beta 0.1, q 0.01", () => {
    const pair = fictionalDataset("pair", assetsOf("common", "one", "other", "top"), [
      needs("one", "common"),
      needs("other", "common"),
      ...needsAny("top", "one", "other"),
    ]);
    const result = importanceOf(pair, { common: 0.001, one: 0.009, other: 0.009 });
    expect(result.mean).toBeCloseTo(0.001080919, 12);
  });

  it.each([
    [2, 3, 0.9, 0.972],
    [3, 5, 0.9, 0.99144],
    [1, 2, 0.95, 0.9975],
    [4, 4, 0.99, 0.96059601],
  ])("%d out of %d that hold with %d hold with %d", (need, count, holds, expected) => {
    const units = Array.from({ length: count }, (_, index) => `unit${index}`);
    const columns = { group: "units", need, rule: "threshold" } as const;
    const dataset = fictionalDataset(
      "k-of-n",
      assetsOf(...units, "top"),
      units.map((unit) => needs("top", unit, columns)),
    );
    const result = importanceOf(dataset, Object.fromEntries(units.map((unit) => [unit, 1 - holds])));
    expect(1 - result.mean).toBeCloseTo(expected, 12);
  });
});

/** A network in which every edge is a line of its own, `top` falls when a node of `ends` is cut off from the first node. */
function lines(edges: readonly (readonly [string, string])[], ends: readonly string[]): Dataset {
  const nodes = [...new Set(edges.flat())];
  const connections = edges.flatMap(([a, b], index): Connection[] =>
    [a, b].map((end) => ({ id: `${index}${end}`, a: end, b: `line${index}`, commodity: "electricity" })),
  );
  const assets = nodes.map((id, index) =>
    fictionalAsset(id, index === 0 ? { produces: [{ commodity: "electricity" }] } : {}),
  );
  return fictionalDataset(
    "lines",
    [...assets, ...assetsOf(...edges.map((_, index) => `line${index}`), "top")],
    ends.map((end) => needs("top", end)),
    connections,
  );
}

function reliability(edges: readonly (readonly [string, string])[], ends: readonly string[], holds: number): number {
  const events = Object.fromEntries(edges.map((_, index) => [`line${index}`, 1 - holds]));
  return 1 - importanceOf(lines(edges, ends), events).mean;
}

describe("networks whose lines fail", () => {
  const bridge = [
    ["s", "b"],
    ["s", "c"],
    ["b", "c"],
    ["b", "t"],
    ["c", "t"],
  ] as const;

  it.each([
    [0.1, 0.02152],
    [0.5, 0.5],
    [0.9, 0.97848],
    [0.99, 0.9997980498],
  ])("the bridge, two ends, lines that hold with %d: %d", (holds, expected) => {
    expect(reliability(bridge, ["t"], holds)).toBeCloseTo(expected, 12);
  });

  const complete4 = [
    ["a", "b"],
    ["a", "c"],
    ["a", "d"],
    ["b", "c"],
    ["b", "d"],
    ["c", "d"],
  ] as const;
  const cycle5 = [
    ["a", "b"],
    ["b", "c"],
    ["c", "d"],
    ["d", "e"],
    ["e", "a"],
  ] as const;
  const complete23 = ["x", "y", "z"].flatMap((side) => ["a", "b"].map((other) => [other, side] as const));

  it.each([
    ["K4", complete4, 0.5, 0.59375],
    ["K4", complete4, 0.9, 0.995814],
    ["C5", cycle5, 0.5, 0.1875],
    ["C5", cycle5, 0.9, 0.91854],
    ["K2,3", complete23, 0.5, 0.296875],
    ["K2,3", complete23, 0.9, 0.964467],
  ] as const)("%s, all ends, lines that hold", (_, edges, holds, expected) => {
    expect(reliability(edges, [...new Set(edges.flat())].slice(1), holds)).toBeCloseTo(expected, 12);
  });
});
