import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutParts } from "../../../../analyzer/algorithms/islands/cut-parts.ts";
import {
  graphTrials,
  reachedFrom,
  type SmallGraph,
  smallGraph,
  successorsOf,
  undirected,
} from "../../../support/small-graph.ts";

/** What the removal of a node cuts off, each part ascending. */
function partsOf(graph: SmallGraph, node: number): number[][] {
  const { start, items } = successorsOf(graph);
  const { order, start: partStart, partFrom, partTo } = cutParts(start, items);
  return Array.from({ length: partStart[node + 1]! - partStart[node]! }, (_, at) => {
    const part = partStart[node]! + at;
    return Array.from(order.subarray(partFrom[part], partTo[part])).toSorted((a, b) => a - b);
  });
}

/** The connected parts of what is left of the node's component without the node. */
function leftOver(graph: SmallGraph, node: number): number[][] {
  const parts: number[][] = [];
  for (const first of reachedFrom(graph, node, () => true)) {
    if (first === node || parts.some((part) => part.includes(first))) continue;
    parts.push([...reachedFrom(graph, first, (other) => other !== node)].toSorted((a, b) => a - b));
  }
  return parts;
}

const path = (length: number): SmallGraph =>
  undirected({ nodeCount: length, pairs: Array.from({ length: length - 1 }, (_, at) => [at, at + 1] as const) });

describe("cutParts", () => {
  it("are all that is left of the component but one part, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph.map(undirected), (graph) => {
        for (let node = 0; node < graph.nodeCount; node += 1) {
          const left = leftOver(graph, node).map((part) => part.join());
          const cut = partsOf(graph, node).map((part) => part.join());
          expect(cut.length).toBe(Math.max(0, left.length - 1));
          expect(left).toEqual(expect.arrayContaining(cut));
        }
      }),
      graphTrials,
    );
  });

  it("hold at most half of a path, wherever it is cut off", () => {
    const longest = Array.from({ length: 101 }, (_, node) => partsOf(path(101), node).flat().length);
    expect(Math.max(...longest)).toBe(50);
    expect(longest[0]).toBe(0);
  });

  it("are found on a path of a million nodes", () => {
    const nodeCount = 1_000_000;
    const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) => Math.max(0, 2 * node - 1));
    start[nodeCount] = 2 * nodeCount - 2;
    const neighbour = new Int32Array(2 * nodeCount - 2);
    for (let node = 0; node < nodeCount; node += 1) {
      let at = start[node]!;
      if (node > 0) neighbour[at++] = node - 1;
      if (node < nodeCount - 1) neighbour[at] = node + 1;
    }
    const { partFrom } = cutParts(start, neighbour);
    expect(partFrom.length).toBe(nodeCount - 2);
  });
});
