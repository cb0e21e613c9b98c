import * as fc from "fast-check";
import { FairShares } from "../../analyzer/algorithms/zones/fair-shares.ts";
import type { PlainZones } from "./plain-fair-shares.ts";

// Whole tens often tie; others never do.
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0, 10, 20, 30, 40, 60, 80, 100) },
  { weight: 2, arbitrary: fc.double({ min: 0.01, max: 200, noNaN: true }) },
);
const width = fc.oneof({ weight: 5, arbitrary: amount }, { weight: 1, arbitrary: fc.constant(Infinity) });

/** Random zones of one island with links between some of them, each way by itself. */
export function zonesAtRandom(maxZones: number): fc.Arbitrary<PlainZones> {
  return fc.integer({ min: 1, max: maxZones }).chain((count) => {
    const pairs = Array.from({ length: count }, (_, second) => second).flatMap((second) =>
      Array.from({ length: second }, (_, first) => ({ first, second })),
    );
    return fc.record({
      production: fc.array(amount, { minLength: count, maxLength: count }),
      demand: fc.array(amount, { minLength: count, maxLength: count }),
      sharing: fc.constantFrom("own-first" as const, "shared" as const),
      links: fc
        .tuple(
          fc.subarray(pairs),
          fc.array(fc.tuple(width, width), { minLength: pairs.length, maxLength: pairs.length }),
        )
        .map(([chosen, widths]) =>
          chosen.flatMap(({ first, second }, index) => [
            { from: first, to: second, capacity: widths[index]?.[0] ?? 0 },
            { from: second, to: first, capacity: widths[index]?.[1] ?? 0 },
          ]),
        ),
    });
  });
}

/** The engine's shares. */
export function solvedShares({ production, demand, links, sharing }: PlainZones): number[] {
  const pairs = links.filter(({ from, to }) => from < to);
  const solver = new FairShares(sharing, production.length, pairs.length);
  solver.production.set(production);
  solver.demand.set(demand);
  pairs.forEach(({ from, to, capacity }, pair) => {
    solver.pairFirst[pair] = from;
    solver.pairSecond[pair] = to;
    solver.forward[pair] = capacity;
    solver.backward[pair] = links.find((link) => link.from === to && link.to === from)?.capacity ?? 0;
  });
  solver.solve(production.length, pairs.length);
  return [...solver.share];
}
