import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneFlows, type ZoneIsland } from "../../analyzer/algorithms/zones/zone-flows.ts";
import { solvedShares, zonesAtRandom } from "../support/arbitrary-zones.ts";
import { areFeasible, plainFairShares, type PlainZones } from "../support/plain-fair-shares.ts";

const seed = 20_260_729;

function tryLaw<T>(numRuns: number, inputs: fc.Arbitrary<T>, holds: (input: T) => void): void {
  fc.assert(
    fc.property(inputs, (input) => holds(input)),
    { seed, numRuns },
  );
}

const moreProduction = fc.record({
  zones: zonesAtRandom(10),
  where: fc.nat(9),
  more: fc.constantFrom(10, 40, 0.3, 1000),
});

function withMore({ zones, where, more }: { zones: PlainZones; where: number; more: number }): PlainZones {
  const at = where % zones.production.length;
  return { ...zones, production: zones.production.map((amount, zone) => (zone === at ? amount + more : amount)) };
}

const nameOf = (zone: number) => `Z${zone}`;

function islandOf(zones: PlainZones): ZoneIsland {
  const links = zones.links.toSorted((x, y) => x.from - y.from || x.to - y.to);
  return { ...zones, links, share: solvedShares(zones), codes: zones.production.map((_, zone) => nameOf(zone)) };
}

describe("zones", () => {
  it("more production anywhere lowers no share (10,000 systems)", () => {
    tryLaw(10_000, moreProduction, (input) => {
      const before = solvedShares(input.zones);
      const after = solvedShares(withMore(input));
      expect(before.filter((share, zone) => !((after[zone] ?? 0) >= share - 1e-9))).toEqual([]);
    });
  }, 120_000);

  it("shares are those of every set of zones asked (1,000 systems)", () => {
    tryLaw(1000, zonesAtRandom(7), (zones) => {
      const expected = plainFairShares(zones);
      const found = solvedShares(zones);
      expect(found.every((share) => share >= 0 && share <= 1)).toBe(true);
      for (const [zone, share] of expected.entries()) expect(found[zone]).toBeCloseTo(share, 10);
    });
  }, 120_000);

  it("no share can be raised without lowering one that is as small or smaller (1,000 systems)", () => {
    tryLaw(1000, zonesAtRandom(7), (zones) => {
      const shares = solvedShares(zones);
      expect(areFeasible(zones, shares)).toBe(true);
      for (const [raised, share] of shares.entries()) {
        if ((zones.demand[raised] ?? 0) === 0 || share > 1 - 1e-9) continue;
        // The larger ones may be given up altogether.
        const others = shares.map((other) => (other <= share + 1e-9 ? other : 0));
        expect(areFeasible(zones, others.with(raised, share + 1e-5))).toBe(false);
      }
    });
  }, 120_000);

  it("renaming the zones renames the shares (1,000 systems)", () => {
    const renamed = zonesAtRandom(10).chain((zones) =>
      fc
        .shuffledSubarray([...zones.production.keys()], { minLength: zones.production.length })
        .map((order) => ({ zones, order })),
    );
    tryLaw(1000, renamed, ({ zones, order }) => {
      const moved = (list: readonly number[]) => order.map((zone) => list[zone] ?? 0);
      const links = zones.links.map(({ from, to, capacity }) => ({
        from: order.indexOf(from),
        to: order.indexOf(to),
        capacity,
      }));
      const other = { ...zones, production: moved(zones.production), demand: moved(zones.demand), links };
      const expected = moved(solvedShares(zones));
      for (const [zone, share] of solvedShares(other).entries()) expect(share).toBeCloseTo(expected[zone] ?? 0, 10);
    });
  }, 120_000);

  it("flows give every zone its share, keep to the links and are conserved (1,000 systems)", () => {
    tryLaw(1000, zonesAtRandom(10), (zones) => {
      const island = islandOf(zones);
      const { flows } = zoneFlows(island);
      const net = zones.production.map((_, zone) =>
        flows.reduce(
          (sum, { from, to, amount }) =>
            sum + (to === nameOf(zone) ? amount : 0) - (from === nameOf(zone) ? amount : 0),
          0,
        ),
      );
      for (const { amount, capacity } of flows) expect(amount).toBeLessThanOrEqual((capacity ?? Infinity) + 1e-9);
      for (const [zone, share] of island.share.entries()) {
        const taken = share * (zones.demand[zone] ?? 0);
        // What a zone takes is made in it or comes in; what it makes may be left over.
        expect(taken - (net[zone] ?? 0)).toBeLessThanOrEqual((zones.production[zone] ?? 0) + 1e-7);
      }
    });
  }, 120_000);

  it("a link that binds lets a short zone have more when it is wider, and no other does (1,000 systems)", () => {
    tryLaw(1000, zonesAtRandom(6), (zones) => {
      const island = islandOf(zones);
      const binding = new Set(
        zoneFlows(island).flows.flatMap(({ from, to, binds }) => (binds ? [`${from} ${to}`] : [])),
      );
      for (const widened of island.links) {
        const links = island.links.map((link) => (link === widened ? { ...link, capacity: link.capacity + 1 } : link));
        const after = solvedShares({ ...zones, links });
        const gains = island.share.some(
          (share, zone) => (zones.demand[zone] ?? 0) > 0 && (after[zone] ?? 0) > share + 1e-8,
        );
        expect([widened, gains]).toEqual([widened, binding.has(`${nameOf(widened.from)} ${nameOf(widened.to)}`)]);
      }
    });
  }, 120_000);

  it("a wider link can lower the share of a third zone", () => {
    // A has 20 over, which B and C want: with a wider link B draws more of it, and C has less.
    const links = (toB: number) => [
      { from: 0, to: 1, capacity: toB },
      { from: 1, to: 0, capacity: 0 },
      { from: 0, to: 2, capacity: 60 },
      { from: 2, to: 0, capacity: 0 },
    ];
    const zones = { production: [80, 0, 0], demand: [60, 40, 40], sharing: "own-first" } as const;
    const narrow = solvedShares({ ...zones, links: links(4) });
    const wide = solvedShares({ ...zones, links: links(20) });
    expect(narrow.map((share) => Number(share.toFixed(12)))).toEqual([1, 0.1, 0.4]);
    expect(wide.map((share) => Number(share.toFixed(12)))).toEqual([1, 0.25, 0.25]);
  });
});
