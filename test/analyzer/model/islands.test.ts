import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIslands } from "../../../analyzer/model/islands.ts";
import { connectionRow } from "../../support/rows.ts";

const size = 9;
const index = new Map(Array.from({ length: size }, (_, at) => [`A${at}`, at]));
const end = fc.integer({ min: 0, max: size - 1 });
const edges = fc.array(fc.tuple(end, end), { maxLength: 14 });

/** Who is joined to whom, by asking every pair again until nothing changes. */
function joined(pairs: readonly (readonly [number, number])[]): boolean[][] {
  const reach = Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => a === b));
  const join = (a: number, b: number) => {
    const row = reach[a];
    if (row !== undefined) row[b] = true;
  };
  for (const [a, b] of pairs) {
    join(a, b);
    join(b, a);
  }
  for (let via = 0; via < size; via += 1)
    for (let a = 0; a < size; a += 1)
      for (let b = 0; b < size; b += 1) if (reach[a]?.[via] === true && reach[via]?.[b] === true) join(a, b);
  return reach;
}

describe("findIslands", () => {
  it("joins exactly what a chain of connections joins", () => {
    fc.assert(
      fc.property(edges, (pairs) => {
        const rows = pairs.map(([a, b], at) => connectionRow(`A${a}`, `A${b}`, { id: `c${at}` }));
        const islands = findIslands(rows, index).get("electricity");
        const ends = [...new Set(pairs.flat())].toSorted((a, b) => a - b);
        expect([...(islands?.islandOf.keys() ?? [])]).toEqual(ends);
        const reach = joined(pairs);
        for (const a of ends)
          for (const b of ends)
            expect(islands?.islandOf.get(a) === islands?.islandOf.get(b)).toBe(reach[a]?.[b] === true);
        const members = islands?.members ?? [];
        members.forEach((list, island) => {
          expect(list).toEqual(ends.filter((asset) => islands?.islandOf.get(asset) === island));
        });
        expect(members.map((list) => list[0])).toEqual(members.map((list) => list[0] ?? 0).toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps commodities apart and leaves unknown ends out", () => {
    const found = findIslands(
      [
        connectionRow("A0", "A1"),
        connectionRow("A1", "A2", { commodity: "gas" }),
        connectionRow("A2", "nobody", { commodity: "oil" }),
      ],
      index,
    );
    expect([...found.keys()]).toEqual(["electricity", "gas"]);
    expect(found.get("gas")?.members).toEqual([[1, 2]]);
  });
});
