import { describe, expect, it } from "vitest";
import { joinTrade, t2 } from "../../../../../datasets/recipes/open-region/rules/trade.ts";
import { asset, draftOf } from "../small-region.ts";

const seats = [
  asset("fin:AA", "payment system", 0, 0),
  asset("fin:BB", "payment system", 1, 0, { state: "BB" }),
  asset("fin:CC", "payment system", 2, 0, { state: "CC" }),
];
const share = (state: string, partner: string, part: number) => ({ state, partner, share: part, year: "2023" });

describe("T1", () => {
  it("makes one node of trade per State at its capital, and a loss of the share for each partner, each in its own group", () => {
    const draft = draftOf(seats);
    joinTrade(draft, [share("AA", "BB", 0.25), share("AA", "CC", 0.1), share("BB", "AA", 0.05)], (code) => code);
    const nodes = [...draft.assets.values()].filter(({ kind }) => kind === "foreign trade");
    expect(nodes.map(({ id, lon }) => [id, lon])).toEqual([
      ["trade:AA", 0],
      ["trade:BB", 1],
      ["trade:CC", 2],
    ]);
    expect(draft.dependencies.map(({ id, group, loss, extra }) => [id, group, loss, extra])).toEqual([
      ["T1:trade:BB>trade:AA", "imports-BB", 0.25, { x_as_of: "2023" }],
      ["T1:trade:CC>trade:AA", "imports-CC", 0.1, { x_as_of: "2023" }],
      ["T1:trade:AA>trade:BB", "imports-AA", 0.05, { x_as_of: "2023" }],
    ]);
    expect(draft.dependencies[0]).toMatchObject({ method: "observed", distanceKm: 111.2, confidence: 1 });
  });

  it("tells of a State without a capital in the data, and leaves its shares out", () => {
    const draft = draftOf(seats.slice(0, 1));
    joinTrade(draft, [share("AA", "ZZ", 0.25)], (code) => code);
    expect(draft.dependencies).toEqual([]);
    expect(draft.notes).toEqual(["T1: ZZ has no capital in the data: its trade is left out"]);
  });
});

describe("T2", () => {
  it("has the ports of a State carry its trade in equal parts", () => {
    const draft = draftOf([
      asset("trade:AA", "foreign trade", 0, 0),
      asset("trade:BB", "foreign trade", 0, 0, { state: "BB" }),
      asset("p1", "port", 3, 0),
      asset("p2", "port", 9, 0),
      asset("q", "port", 0, 0, { state: "BB" }),
    ]);
    t2.join(draft, {});
    expect(draft.dependencies.map(({ id, share: part }) => [id, part])).toEqual([
      ["T2:p1>trade:AA", 0.5],
      ["T2:p2>trade:AA", 0.5],
      ["T2:q>trade:BB", undefined],
    ]);
    // A week of stores, then half of it is lost; half comes by land.
    expect(draft.dependencies[0]).toMatchObject({ group: "sea-access", bufferHours: 168, loss: 0.5, confidence: 0.3 });
  });
});
