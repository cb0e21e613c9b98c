import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consequences, runAnalysis } from "../../../analyzer/index.ts";
import { smallSystem } from "../../support/arbitrary-system.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { lossOfSet } from "../../support/set-loss.ts";

const assetsNamed = (...ids: string[]) => ids.map((id) => assetRow(id));
const question = { hours: 10, horizonHours: 20 };

/** T stands while A or B does. */
const pair = datasetOf({
  assets: assetsNamed("A", "B", "C", "T"),
  dependencies: ["A", "B"].map((provider) => dependencyRow(provider, "T", { group: "g", need: 1 })),
});

/** 15 assets, of which the first two hold up five others; the rest are alike. */
const ids = Array.from({ length: 15 }, (_, index) => `A${String(index).padStart(2, "0")}`);
const held = ["T0", "T1", "T2", "T3", "T4"];
const wide = datasetOf({
  assets: assetsNamed(...ids, ...held),
  dependencies: held.flatMap((id) =>
    ["A00", "A01"].map((provider) => dependencyRow(provider, id, { group: "g", need: 1 })),
  ),
});

describe("Shapley values", () => {
  it("share the joint loss: equals get the same, and what adds nothing more than itself gets itself", () => {
    const result = resultOf("shapley", pair, { ...question, ids: ["C", "B", "A"] });
    expect(result).toMatchObject({ method: "exact", total: 40, orders: null, seed: null, runs: 8 });
    expect(result.rows).toEqual([
      { rank: 1, id: "A", value: 15, interval: null, alone: 10, last: 20 },
      { rank: 2, id: "B", value: 15, interval: null, alone: 10, last: 20 },
      { rank: 3, id: "C", value: 10, interval: null, alone: 10, last: 10 },
    ]);
  });

  it("sum to the joint loss on random systems", () => {
    fc.assert(
      fc.property(smallSystem(), fc.constantFrom(...consequences), ({ dataset }, by) => {
        fc.pre(by !== "personHours");
        const lost = dataset.assets.slice(0, 5).map(({ id }) => id);
        const result = resultOf("shapley", dataset, { ids: lost, by, hours: 4, horizonHours: 12 });
        expect(result.total).toBeCloseTo(lossOfSet(dataset, lost, { by, hours: 4, horizonHours: 12 }) ?? Number.NaN, 8);
      }),
      { seed: 20_260_729, numRuns: 100 },
    );
  });

  it("by drawn orders still sum to it, with intervals that hold the truth", () => {
    const result = resultOf("shapley", wide, { ...question, ids, orders: 400 });
    expect(result).toMatchObject({ method: "orders", orders: 400, seed: 1, runs: 400 * 15 });
    expect(result.total).toBeCloseTo(15 * 10 + 5 * 10, 9);
    // The five they hold up are shared by A00 and A01: 10 + 25 each.
    for (const { id, value, interval } of result.rows) {
      const truth = id === "A00" || id === "A01" ? 35 : 10;
      expect(value).toBeGreaterThan(truth - 5);
      expect(value).toBeLessThan(truth + 5);
      expect(interval).not.toBeNull();
      if (truth === 10) expect(interval).toEqual([10, 10]);
    }
  });

  it("do not change with the list in who comes first of two", () => {
    const valueOf = (list: readonly string[], id: string) =>
      resultOf("shapley", wide, { ...question, ids: list, orders: 50 }).rows.find((row) => row.id === id)?.value;
    expect(valueOf(ids.slice(0, 13), "A00")).toBe(valueOf(ids, "A00"));
  });

  it.each<[string, object, string]>([
    ["no ids", {}, "ids: must name at least one asset"],
    ["an unknown id", { ids: ["A", "Q"] }, "ids: no asset Q; correct the id"],
    ["ids that are none", { ids: "A" }, "ids: must be a list of ids"],
    ["an unknown consequence", { ids: ["A"], by: "harm" }, "by: must be one of"],
    ["one order", { ids: ["A"], orders: 1 }, "orders: must be a whole number from 2 to"],
    [
      "people whom nobody states",
      { ids: ["A"], by: "personHours" },
      "by: no asset of the dataset states people_served",
    ],
  ])("%s: refused", (_, parameters, text) => {
    expect(refusals("shapley", pair, parameters).join()).toContain(text);
  });

  it("too many cascades are refused", () => {
    expect(refusals("shapley", wide, { ids, orders: 100_000 }).join()).toContain("more than 1000000 cascades");
  });

  it("an asset named twice counts once; one asset has all of it", () => {
    const result = resultOf("shapley", pair, { ...question, ids: ["A", "A"] });
    expect(result).toMatchObject({ total: 10, rows: [{ id: "A", value: 10 }] });
  });

  it("can be stopped", () => {
    const host = { progress: () => undefined, aborted: () => true };
    const input = { dataset: pair, hash: "", overlays: [], engine: "" };
    expect(runAnalysis("shapley", input, { ids: ["A"] }, host)).toEqual({ kind: "aborted" });
  });
});
