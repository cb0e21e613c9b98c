import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallSystem } from "../support/arbitrary-system.ts";
import { askAnalysis } from "../support/ask.ts";
import { doneInOddOrder } from "../support/odd-pieces.ts";

const cases: readonly (readonly [string, (ids: readonly string[]) => unknown])[] = [
  ["greedy-sets", () => ({ k: 2, hours: 4, horizonHours: 12 })],
  ["pairs", () => ({ hours: 4, horizonHours: 12, rows: 3 })],
  ["portfolio", () => ({ k: 2, hours: 4, horizonHours: 12, losses: 5, among: 4 })],
  ["importance", () => ({ likelihood: 0.3, hours: 4, horizonHours: 12 })],
  ["shapley", (ids) => ({ ids: ids.slice(0, 4), hours: 4, horizonHours: 12 })],
];

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
