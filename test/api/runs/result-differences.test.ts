import { expect, it } from "vitest";
import { resultDifferences } from "../../../api/runs/result-differences.ts";

it("of cascades: totals, assets and States", () => {
  const a = {
    kind: "run",
    dataset: { revision: 1 },
    scenario: { horizonHours: 1 },
    totals: { outageHours: 10, personHours: null, sectorsReached: 2 },
    assets: [{ id: "P1" }, { id: "S1" }],
    states: [
      { code: "XA", firstHours: null },
      { code: "XB", firstHours: 4 },
    ],
  };
  const b = {
    ...a,
    dataset: { revision: 2 },
    scenario: { horizonHours: 2 },
    totals: { outageHours: 7.5, personHours: 3, sectorsReached: 2 },
    assets: [{ id: "P1" }, { id: "T1" }],
    states: [{ code: "XA", firstHours: 0 }],
  };
  expect(resultDifferences(a, b)).toEqual({
    figures: [
      { name: "totals.outageHours", a: 10, b: 7.5, change: -2.5 },
      { name: "totals.personHours", a: null, b: 3, change: null },
    ],
    disrupted: { onlyA: ["S1"], onlyB: ["T1"] },
    statesReached: { onlyA: ["XB"], onlyB: ["XA"] },
    ranks: null,
  });
});

it("of rankings: who moves among the first 20 of either", () => {
  const ids = Array.from({ length: 30 }, (_, at) => `N${at + 1}`);
  const rank = (order: readonly string[]) => ({ kind: "rank", rows: order.map((id, at) => ({ id, rank: at + 1 })) });
  const moved = ["N2", "N1", ...ids.slice(2, 19), "N21", "N20", ...ids.slice(21, 28), "N30"];
  const { ranks, disrupted } = resultDifferences(rank(ids), rank(moved));
  expect(disrupted).toBeNull();
  expect(ranks).toEqual([
    { id: "N2", a: 2, b: 1 },
    { id: "N1", a: 1, b: 2 },
    { id: "N21", a: 21, b: 20 },
    { id: "N20", a: 20, b: 21 },
  ]);
});

it("takes the place of a row for its rank where rows state none", () => {
  const { ranks } = resultDifferences({ rows: [{ id: "A" }, { id: "B" }] }, { rows: [{ id: "B" }] });
  expect(ranks).toEqual([
    { id: "B", a: 2, b: 1 },
    { id: "A", a: 1, b: null },
  ]);
});
