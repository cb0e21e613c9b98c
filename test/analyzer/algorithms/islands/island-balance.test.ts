import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IslandBalance } from "../../../../analyzer/algorithms/islands/island-balance.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { lines, oneNetwork } from "./one-network.ts";

const nodeCount = 6;

/** Plants A, C, E and cities B, D, F on one line; E also asks for some; whether C states its amount. */
function network(known: boolean) {
  const assets = [
    plantRow("A", 20),
    cityRow("B", 15),
    known ? plantRow("C", 10) : plantRow("C"),
    cityRow("D", 5.5),
    { ...plantRow("E", 0.1), consumes: [{ commodity: "electricity", amount: 2 }] },
    cityRow("F", 0),
  ];
  return oneNetwork(assets, lines("A-B B-C C-D D-E E-F")).network;
}

const node = fc.nat({ max: nodeCount - 1 });
const step = fc.oneof(
  fc.record({ node, island: fc.integer({ min: -1, max: 2 }) }),
  fc.record({ node, level: fc.constantFrom(0, 0.3, 0.5, 1) }),
  fc.constant("reset" as const),
);

describe("IslandBalance", () => {
  it("tells after any updates what a balance from nothing tells, and names every cell that changed", () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 15 }),
        (known, instants) => {
          const table = network(known);
          const islandOf = new Int32Array(nodeCount);
          const level = new Float64Array(nodeCount).fill(1);
          const kept = new IslandBalance(table);
          kept.balance(islandOf, 3, level);
          kept.remember();
          for (const instant of instants) {
            const before = kept.ratio.slice(0, 3);
            const nodes: number[] = [];
            for (const change of instant) {
              if (change === "reset") {
                islandOf.fill(0);
                level.fill(1);
                kept.reset();
                nodes.length = 0;
                before.set(kept.ratio.subarray(0, 3));
              } else {
                nodes.push(change.node);
                if ("level" in change) level[change.node] = change.level;
                else islandOf[change.node] = change.island;
              }
            }
            const changed = kept.update(nodes, islandOf, 3, level);
            const fresh = new IslandBalance(table);
            fresh.balance(islandOf, 3, level);
            expect([...kept.ratio.subarray(0, 3)]).toEqual([...fresh.ratio.subarray(0, 3)]);
            const moved = [0, 1, 2].filter((cell) => kept.ratio[cell] !== before[cell]);
            expect(changed.toSorted((a, b) => a - b)).toEqual(moved);
          }
        },
      ),
      { seed: 20_260_729, numRuns: 1000 },
    );
  });

  it("sums nothing while more is left than is asked, and sums the island that runs short", () => {
    const table = network(true);
    const islandOf = new Int32Array(nodeCount);
    const level = new Float64Array(nodeCount).fill(1);
    const kept = new IslandBalance(table);
    kept.balance(islandOf, 1, level);
    const before = kept.summed;
    level[4] = 0.5;
    expect(kept.update([4], islandOf, 1, level)).toEqual([]);
    expect(kept.summed).toBe(before);
    level[0] = 0;
    expect(kept.update([0], islandOf, 1, level)).toEqual([0]);
    expect(kept.summed).toBe(before + 1);
    expect(kept.ratio[0]).toBe((10 + 0.05) / 22.5);
  });
});
