import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallSystem } from "../support/arbitrary-system.ts";
import { askAnalysis } from "../support/ask.ts";
import { doneInOddOrder } from "../support/odd-pieces.ts";
import { assetRow, datasetOf, dependencyRow } from "../support/rows.ts";

const cases: readonly (readonly [string, (ids: readonly string[]) => unknown])[] = [
  ["greedy-sets", () => ({ k: 2, hours: 4, horizonHours: 12 })],
  ["pairs", () => ({ hours: 4, horizonHours: 12, rows: 3 })],
  ["portfolio", () => ({ k: 2, hours: 4, horizonHours: 12, losses: 5, among: 4 })],
  ["importance", () => ({ likelihood: 0.3, hours: 4, horizonHours: 12 })],
  ["shapley", (ids) => ({ ids: ids.slice(0, 4), hours: 4, horizonHours: 12 })],
];

/** 64 assets, each held up by any one of two before it: enough for several pieces in every round. */
const ids = Array.from({ length: 64 }, (_, index) => `A${String(index).padStart(2, "0")}`);
const many = datasetOf({
  assets: ids.map((id, index) => assetRow(id, { restartHours: index % 3, peopleServed: index })),
  dependencies: ids.flatMap((id, index) =>
    [index >> 1, index >> 2]
      .filter((provider, at, all) => provider < index && all.indexOf(provider) === at)
      .map((provider) => dependencyRow(ids[provider] ?? "", id, { group: "g", need: 1, bufferHours: index % 2 })),
  ),
});

const manyCases: readonly (readonly [string, object])[] = [
  ["greedy-sets", { k: 2, hours: 4.1, horizonHours: 12 }],
  ["greedy-sets", { k: 3, by: "assetsDisrupted", hours: 400, horizonHours: 400 }],
  ["pairs", { hours: 4.1, horizonHours: 12, rows: 3 }],
  ["portfolio", { k: 2, hours: 4.1, horizonHours: 12, losses: 20, among: 12, aim: "mean" }],
  ["importance", { likelihood: 0.1, by: "personHours", hours: 4.1, horizonHours: 12, trials: 3000 }],
  ["shapley", { ids: ids.slice(0, 14), hours: 4.1, horizonHours: 12, orders: 40 }],
];

describe("so do many pieces in several rounds", () => {
  it.each(manyCases)("%s %j", (id, parameters) => {
    const expected = JSON.stringify(askAnalysis(id, many, parameters));
    expect(expected).toContain('"kind":"done"');
    expect(JSON.stringify(doneInOddOrder(id, many, parameters, 3))).toBe(expected);
  });
});

describe("pieces in any order, on any number of engines, give the same bytes", () => {
  it.each(cases)("%s", (id, parametersFor) => {
    fc.assert(
      fc.property(smallSystem(), fc.integer({ min: 1, max: 3 }), ({ dataset }, engines) => {
        const parameters = parametersFor(dataset.assets.map((asset) => asset.id));
        const expected = askAnalysis(id, dataset, parameters);
        expect(expected.kind).toBe("done");
        expect(JSON.stringify(doneInOddOrder(id, dataset, parameters, engines))).toBe(JSON.stringify(expected));
      }),
      { seed: 20_260_729, numRuns: 60 },
    );
  });
});
