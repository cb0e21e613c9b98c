import { describe, expect, it } from "vitest";
import { zoneFlows, type ZoneIsland } from "../../../../analyzer/algorithms/zones/zone-flows.ts";
import { solvedShares } from "../../../support/arbitrary-zones.ts";

const codes = ["XA", "XB", "XC", "XD"];

/** An island whose links carry both ways unless the way back is said: `[first, second, capacity, back]`. */
function islandOf(
  sharing: ZoneIsland["sharing"],
  production: number[],
  demand: number[],
  pairs: readonly (readonly [number, number, number, number?])[],
): ZoneIsland {
  const links = pairs
    .flatMap(([from, to, capacity, back = capacity]) => [
      { from, to, capacity },
      { from: to, to: from, capacity: back },
    ])
    .sort((x, y) => x.from - y.from || x.to - y.to);
  const zones = { sharing, production, demand, links };
  return { ...zones, share: solvedShares(zones), codes: codes.slice(0, production.length) };
}

/** `from>to amount`, with `!` where the link binds. */
const told = (island: ZoneIsland) =>
  zoneFlows(island).flows.map(
    ({ from, to, amount, binds }) => `${from}>${to} ${Number(amount.toFixed(9))}${binds ? "!" : ""}`,
  );

describe("zoneFlows", () => {
  it("GC-6 undisturbed: XA sends 60, of it 20 on to XC; nobody is short and no link binds", () => {
    const island = islandOf(
      "own-first",
      [140, 40, 10],
      [60, 80, 30],
      [
        [0, 1, 60],
        [1, 2, 25],
      ],
    );
    expect(told(island)).toEqual(["XA>XB 60", "XB>XC 20"]);
    expect(zoneFlows(island).short).toEqual([]);
    expect(zoneFlows(island).flows[0]?.capacity).toBe(60);
  });

  it("GC-6 (a): XB gets 120/11 and XC 100/11; production is short, no link", () => {
    const island = islandOf(
      "own-first",
      [80, 40, 10],
      [60, 80, 30],
      [
        [0, 1, 60],
        [1, 2, 25],
      ],
    );
    expect(told(island)).toEqual(["XA>XB 20", `XB>XC ${Number((100 / 11).toFixed(9))}`]);
    expect(zoneFlows(island).short).toEqual(["XB", "XC"]);
  });

  it("GC-6 (b): shared, XA gives of its own", () => {
    const island = islandOf(
      "shared",
      [80, 40, 10],
      [60, 80, 30],
      [
        [0, 1, Infinity],
        [1, 2, 25],
      ],
    );
    const { flows, short } = zoneFlows(island);
    expect(flows[0]?.amount).toBeCloseTo(80 - (60 * 13) / 17, 9);
    expect(flows.map(({ capacity }) => capacity)).toEqual([null, 25]);
    expect(short).toEqual(["XA", "XB", "XC"]);
  });

  it("GC-6 (d) undisturbed: the limit of 30 keeps XB and XC short", () => {
    const island = islandOf(
      "own-first",
      [140, 40, 10],
      [60, 80, 30],
      [
        [0, 1, 30, 60],
        [1, 2, 25],
      ],
    );
    expect(told(island)).toEqual(["XA>XB 30!", `XB>XC ${Number((30 * (8 / 11) - 10).toFixed(9))}`]);
  });

  it("tells of a link of no capacity that binds, and not of a full one behind a zone that has nothing to give", () => {
    expect(told(islandOf("own-first", [9, 0, 0], [1, 5, 0], [[0, 1, 0, 4]]))).toEqual(["XA>XB 0!"]);
    expect(told(islandOf("own-first", [3, 0], [1, 5], [[0, 1, 2]]))).toEqual(["XA>XB 2"]);
  });

  it("sends as little as it can over all links: each zone draws on the nearest that has some over", () => {
    const island = islandOf(
      "own-first",
      [9, 0, 0, 9],
      [0, 5, 5, 0],
      [
        [0, 1, Infinity],
        [1, 2, Infinity],
        [2, 3, Infinity],
      ],
    );
    expect(told(island)).toEqual(["XA>XB 5", "XD>XC 5"]);
  });

  it("goes the longer way where the short one is needed by another", () => {
    // XA can reach XC by XB or by itself; XB can only use its own link, which is as wide as what it has.
    const island = islandOf(
      "own-first",
      [6, 6, 0],
      [0, 0, 12],
      [
        [0, 1, Infinity],
        [0, 2, 4],
        [1, 2, 8],
      ],
    );
    expect(told(island)).toEqual(["XA>XB 2", "XA>XC 4", "XB>XC 8"]);
  });

  it("takes equal ways in the order of zones", () => {
    const island = islandOf(
      "own-first",
      [9, 0, 0, 9],
      [0, 0, 5, 0],
      [
        [0, 2, Infinity],
        [3, 2, Infinity],
      ],
    );
    expect(told(island)).toEqual(["XA>XC 5"]);
  });

  it("has nothing to tell of a lone zone", () => {
    expect(zoneFlows(islandOf("own-first", [1], [2], []))).toEqual({ flows: [], short: ["XA"] });
  });
});
