import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { biconnectedBlocks } from "../../../../analyzer/algorithms/components/biconnected-blocks.ts";
import { bridges } from "../../../../analyzer/algorithms/components/bridges.ts";
import type { Digraph } from "../../../../analyzer/algorithms/digraph/digraph.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, reachedFrom, type SmallGraph, smallGraph, undirected } from "../../../support/small-graph.ts";

/** [edge] both ends. */
function endsOf({ start, successor }: Digraph): [number, number][] {
  return [...successor].map((head, edge) => [start.findIndex((offset) => offset > edge) - 1, head]);
}

/** Whether two edges lie on a common cycle: no single node but their common end parts them, nor does either edge alone. */
function areTogether(graph: SmallGraph, one: readonly [number, number], other: readonly [number, number]): boolean {
  const withoutOne = { ...graph, pairs: graph.pairs.filter((pair) => !isSame(pair, one)) };
  const isBridge = !reachedFrom(withoutOne, one[0], () => true).has(one[1]);
  if (isSame(one, other)) return true;
  if (isBridge) return false;
  return [...Array(graph.nodeCount).keys()].every((cut) => {
    const from = one.find((end) => end !== cut)!;
    const to = other.find((end) => end !== cut)!;
    return reachedFrom(graph, from, (node) => node !== cut).has(to);
  });
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  (one[0] === other[0] && one[1] === other[1]) || (one[0] === other[1] && one[1] === other[0]);

describe("biconnectedBlocks and bridges", () => {
  it("put edges together that no single node or edge can part, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph.map(undirected), (graph) => {
        const both = compiled(graph);
        const blocks = biconnectedBlocks(both.start, both.successor);
        const ends = endsOf(both);
        const found = ends.map((_, one) => ends.map((_, other) => blocks.blockOf[one] === blocks.blockOf[other]));
        expect(found).toEqual(ends.map((one) => ends.map((other) => areTogether(graph, one, other))));
        expect(new Set(blocks.blockOf).size).toBe(blocks.count);
        const expected = ends.map((one) => {
          const without = { ...graph, pairs: graph.pairs.filter((pair) => !isSame(pair, one)) };
          return reachedFrom(without, one[0], () => true).has(one[1]) ? 0 : 1;
        });
        expect([...bridges(blocks)]).toEqual(expected);
      }),
      graphTrials,
    );
  });

  it("of a path of 1,000,000 nodes are its edges, of a ring one block, without running out of stack", () => {
    const nodeCount = 1_000_000;
    const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) =>
      Math.min(Math.max(0, 2 * node - 1), 2 * nodeCount - 2),
    );
    const neighbour = Int32Array.from({ length: 2 * nodeCount - 2 }, (_, edge) =>
      edge % 2 === 0 ? edge / 2 + 1 : (edge - 1) / 2,
    );
    const blocks = biconnectedBlocks(start, neighbour);
    expect(blocks.count).toBe(nodeCount - 1);
    expect(bridges(blocks).every((bridge) => bridge === 1)).toBe(true);

    const ringStart = Int32Array.from({ length: nodeCount + 1 }, (_, node) => 2 * node);
    const ring = Int32Array.from({ length: 2 * nodeCount }, (_, edge) => {
      const node = Math.floor(edge / 2);
      const sides = [(node + nodeCount - 1) % nodeCount, (node + 1) % nodeCount].toSorted((x, y) => x - y);
      return sides[edge % 2]!;
    });
    const whole = biconnectedBlocks(ringStart, ring);
    expect(whole.count).toBe(1);
    expect(bridges(whole).includes(1)).toBe(false);
  });

  it("of no graph are none", () => {
    expect(biconnectedBlocks(new Int32Array(1), new Int32Array())).toEqual({ count: 0, blockOf: new Int32Array() });
  });
});
