import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articulationPoints } from "../../../../analyzer/algorithms/components/articulation-points.ts";
import {
  graphTrials,
  reachedFrom,
  type SmallGraph,
  smallGraph,
  successorsOf,
  undirected,
} from "../../../support/small-graph.ts";

/** How many connected parts a graph has without one node (-1: with all). */
function partCount(graph: SmallGraph, without: number): number {
  const isKept = (node: number) => node !== without;
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node).filter(isKept);
  return new Set(nodes.map((node) => Math.min(...reachedFrom(graph, node, isKept)))).size;
}

describe("articulationPoints", () => {
  it("are the nodes whose loss leaves more parts, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph.map(undirected), (graph) => {
        const { start, items } = successorsOf(graph);
        const whole = partCount(graph, -1);
        const expected = Array.from({ length: graph.nodeCount }, (_, node) => (partCount(graph, node) > whole ? 1 : 0));
        expect([...articulationPoints(start, items)]).toEqual(expected);
      }),
      graphTrials,
    );
  });

  it("are all but the ends of a path of 200,000 nodes, without running out of stack", () => {
    const nodeCount = 200_000;
    const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) =>
      Math.min(Math.max(0, 2 * node - 1), 2 * nodeCount - 2),
    );
    // Node i has the neighbours i - 1 and i + 1, as far as they exist.
    const neighbour = Int32Array.from({ length: 2 * nodeCount - 2 }, (_, edge) =>
      edge % 2 === 0 ? edge / 2 + 1 : (edge - 1) / 2,
    );
    const cuts = articulationPoints(start, neighbour);
    expect([cuts[0], cuts.at(-1)]).toEqual([0, 0]);
    expect(cuts.subarray(1, -1).every((cut) => cut === 1)).toBe(true);
  });
});
