import { describe, expect, it } from "vitest";
import { FairShares } from "../../../../analyzer/algorithms/zones/fair-shares.ts";
import { solvedShares } from "../../../support/arbitrary-zones.ts";
import type { PlainZones } from "../../../support/plain-fair-shares.ts";

/** Links both ways: `[first, second, capacity]`, the way back with the same capacity unless it is said. */
function linked(...pairs: readonly (readonly [number, number, number, number?])[]): PlainZones["links"] {
  return pairs.flatMap(([from, to, capacity, back = capacity]) => [
    { from, to, capacity },
    { from: to, to: from, capacity: back },
  ]);
}

function shares(
  sharing: PlainZones["sharing"],
  production: number[],
  demand: number[],
  links: PlainZones["links"],
): number[] {
  return solvedShares({ sharing, production, demand, links }).map((share) => Number(share.toFixed(12)));
}

const share = (value: number) => Number(value.toFixed(12));

describe("FairShares", () => {
  it("leaves each zone to itself where nothing links them", () => {
    expect(shares("own-first", [5, 20, 0], [10, 10, 10], [])).toEqual([0.5, 1, 0]);
    expect(shares("shared", [5, 20, 0], [10, 10, 10], [])).toEqual([0.5, 1, 0]);
  });

  it("own demand first: what is over is shared out fairly (GC-6 a)", () => {
    const links = linked([0, 1, 60], [1, 2, 25]);
    expect(shares("own-first", [80, 40, 10], [60, 80, 30], links)).toEqual([1, share(7 / 11), share(7 / 11)]);
    expect(shares("own-first", [140, 40, 10], [60, 80, 30], links)).toEqual([1, 1, 1]);
  });

  it("shared: all production for all demand (GC-6 b)", () => {
    const links = linked([0, 1, 60], [1, 2, 25]);
    expect(shares("shared", [80, 40, 10], [60, 80, 30], links)).toEqual([13 / 17, 13 / 17, 13 / 17].map(share));
  });

  it("stops at a link that is full, and gives what it holds back to others (GC-6 d)", () => {
    const links = linked([0, 1, 30], [1, 2, 25]);
    expect(shares("own-first", [140, 40, 10], [60, 80, 30], links)).toEqual([1, share(8 / 11), share(8 / 11)]);
    expect(shares("own-first", [140, 40, 10], [60, 80, 30], linked([0, 1, 30], [1, 2, 5]))).toEqual([
      1,
      share(65 / 80),
      0.5,
    ]);
  });

  it("raises the smallest share first, then the next", () => {
    // 30 over: C is at 0.1, B at 0.5. C and B meet at 0.5 with 16, then rise together.
    const links = linked([0, 1, Infinity], [0, 2, Infinity]);
    expect(shares("own-first", [40, 20, 4], [10, 40, 40], links)).toEqual([1, share(54 / 80), share(54 / 80)]);
    expect(shares("own-first", [22, 20, 4], [10, 40, 40], links)).toEqual([1, 0.5, 0.4]);
  });

  it("sends through zones that have nothing themselves, and only along the direction", () => {
    expect(shares("own-first", [10, 0, 0], [0, 0, 5], linked([0, 1, 4, 0], [1, 2, Infinity, 0]))).toEqual([1, 1, 0.8]);
    expect(shares("own-first", [10, 0, 0], [0, 0, 5], linked([0, 1, 4, 0], [1, 2, 0, 9]))).toEqual([1, 1, 0]);
  });

  it("takes back what it sent the wrong way first", () => {
    // The short way from A to the only link into D leads through B; C needs that way for itself.
    const links = linked([0, 1, 10, 0], [1, 3, 10, 0], [2, 1, 10, 0], [0, 4, 10, 0], [4, 3, 10, 0]);
    expect(shares("own-first", [10, 0, 10, 0, 0], [0, 0, 0, 20, 0], links)).toEqual([1, 1, 1, 1, 1]);
  });

  it("a zone without stated demand is fed by its own or by what reaches it over links above 0", () => {
    const links = linked([0, 1, 1, 0], [1, 2, 0, 5], [2, 3, 1]);
    expect(shares("own-first", [1, 0, 0, 0], [9, 0, 0, 0], links)).toEqual([share(1 / 9), 1, 0, 0]);
    expect(shares("shared", [0, 0, 0, 1e-10], [0, 0, 0, 0], links)).toEqual([0, 0, 0, 0]);
    expect(shares("shared", [0, 0, 0, 1e-8], [0, 0, 0, 0], links)).toEqual([0, 1, 1, 1]);
  });

  it("nothing produced meets nothing, and one zone alone is its own quotient", () => {
    expect(shares("shared", [0, 0], [3, 4], linked([0, 1, 9]))).toEqual([0, 0]);
    expect(shares("own-first", [3], [4], [])).toEqual([0.75]);
  });

  it("makes no flow where every zone has enough, one where all demand is met, and allocates nothing anew", () => {
    const solver = new FairShares("own-first", 2, 1);
    solver.demand.set([5, 5]);
    solver.pairFirst[0] = 0;
    solver.pairSecond[0] = 1;
    solver.forward[0] = 9;
    solver.production.set([5, 6]);
    solver.solve(2, 1);
    expect(solver.flowCount).toBe(0);
    solver.production.set([9, 1]);
    solver.solve(2, 1);
    expect([solver.flowCount, ...solver.share]).toEqual([1, 1, 1]);
    solver.production.set([9, 0]);
    solver.solve(2, 1);
    expect([...solver.share]).toEqual([1, 0.8]);
  });

  it("solves a chain of 2,000 zones", () => {
    const count = 2000;
    const links = linked(...Array.from({ length: count - 1 }, (_, zone) => [zone, zone + 1, Infinity] as const));
    const production = Array.from({ length: count }, (_, zone) => (zone === 0 ? count : 0));
    const demand = Array.from({ length: count }, () => 2);
    expect(new Set(shares("shared", production, demand, links))).toEqual(new Set([0.5]));
  });
});
