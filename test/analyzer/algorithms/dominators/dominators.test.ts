import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Digraph } from "../../../../analyzer/algorithms/digraph/digraph.ts";
import { reversed } from "../../../../analyzer/algorithms/digraph/reversed.ts";
import {
  dominatedCounts,
  dominators,
  noDominator,
  notReached,
} from "../../../../analyzer/algorithms/dominators/dominators.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, reachedFrom, type SmallGraph, smallGraph } from "../../../support/small-graph.ts";

const treeOf = (graph: Digraph, sources: readonly number[]) => {
  const isSource = new Uint8Array(graph.start.length - 1);
  for (const source of sources) isSource[source] = 1;
  return dominators(graph, reversed(graph), isSource);
};

/** Whom some source still reaches without one node (-1: with all). */
function reachedWithout(graph: SmallGraph, sources: readonly number[], without: number): Set<number> {
  const kept = sources.filter((source) => source !== without);
  return new Set(kept.flatMap((source) => [...reachedFrom(graph, source, (node) => node !== without)]));
}

const sourced = smallGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    sources: fc.subarray([...Array(graph.nodeCount).keys()], { minLength: 0 }),
  }),
);

describe("dominators", () => {
  it("are those whose removal cuts off, and the counts how many, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(sourced, ({ graph, sources }) => {
        const tree = treeOf(compiled(graph), sources);
        const reached = reachedWithout(graph, sources, -1);
        const counts = dominatedCounts(tree);
        expect([...tree.order].toSorted((x, y) => x - y)).toEqual([...reached].toSorted((x, y) => x - y));
        for (let node = 0; node < graph.nodeCount; node += 1) {
          const left = reachedWithout(graph, sources, node);
          const lost = [...reached].filter((other) => other !== node && !left.has(other));
          expect(counts[node]).toBe(lost.length);
          // The nodes above in the tree are all that cut this one off.
          const above: number[] = [];
          for (let up = tree.dominator[node]!; up >= 0; up = tree.dominator[up]!) above.push(up);
          const cutting = [...Array(graph.nodeCount).keys()].filter(
            (other) => other !== node && reached.has(node) && !reachedWithout(graph, sources, other).has(node),
          );
          expect(above.toSorted((x, y) => x - y)).toEqual(cutting);
          expect(tree.dominator[node] === notReached).toBe(!reached.has(node));
        }
      }),
      graphTrials,
    );
  });

  it("of a chain of 1,000,000 are the one before, of a star the centre, without running out of stack", () => {
    const nodeCount = 1_000_000;
    const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) => Math.min(node, nodeCount - 1));
    const chain = treeOf({ start, successor: Int32Array.from({ length: nodeCount - 1 }, (_, node) => node + 1) }, [0]);
    expect(chain.dominator.every((above, node) => above === node - 1)).toBe(true);
    expect(dominatedCounts(chain).every((count, node) => count === nodeCount - 1 - node)).toBe(true);
    const starStart = Int32Array.from({ length: nodeCount + 1 }, (_, node) => (node === 0 ? 0 : nodeCount - 1));
    const star = treeOf({ start: starStart, successor: chain.order.slice(1) }, [0]);
    expect(star.dominator.every((above, node) => above === (node === 0 ? noDominator : 0))).toBe(true);
  });

  it("without sources there is none", () => {
    expect([...treeOf(compiled({ nodeCount: 2, pairs: [[0, 1]] }), []).dominator]).toEqual([notReached, notReached]);
  });
});
