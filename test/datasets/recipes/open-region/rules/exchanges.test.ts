import { describe, expect, it } from "vitest";
import { joinExchanges } from "../../../../../datasets/recipes/open-region/rules/exchanges.ts";
import { joinInterconnectors } from "../../../../../datasets/recipes/open-region/rules/interconnectors.ts";
import type { Exchange } from "../../../../../datasets/recipes/open-region/sources/exchanges.ts";
import { RawFiles } from "../../../../../datasets/recipes/raw-files.ts";
import { asset, draftOf } from "../small-region.ts";

describe("X1", () => {
  const exchanges: readonly Exchange[] = [
    { id: "AA->CC", a: "AA", b: "CC", mw: 300 },
    { id: "BB->CC", a: "BB", b: "CC", mw: null },
    { id: "BB->AA", a: "BB", b: "AA", mw: 9 },
    { id: "AA->XX", a: "AA", b: "XX", mw: 9 },
  ];

  it("connects national grids, but leaves pairs to the region file that it states, and says so", () => {
    const draft = draftOf(["AA", "BB", "CC"].map((state) => asset(`grid:${state}`, "national grid", 0, 0, { state })));
    joinInterconnectors(draft, [
      { id: "l", name: "l", a: "AA", b: "BB", mw: 1, asOf: "2020", confidence: 1, note: "n" },
    ]);
    const raw = new RawFiles("");
    raw.open("e.json");
    for (const _ of exchanges) raw.count("e.json");
    joinExchanges(draft, raw, "e.json", exchanges);
    expect(draft.connections.slice(1)).toMatchObject([
      { id: "X1:AA->CC", a: "grid:AA", b: "grid:CC", capacity: 300, unit: "MW", method: "observed", confidence: 1 },
      { id: "X1:BB->CC", a: "grid:BB", b: "grid:CC" },
    ]);
    expect(draft.connections[2]).not.toHaveProperty("capacity");
    expect(raw.reports()).toMatchObject([
      { rowsUsed: 2, leftOut: { "a pair that the region file states": 1, "an end outside the region": 1 } },
    ]);
  });
});
