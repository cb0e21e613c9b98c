import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strongComponents } from "../../../../analyzer/algorithms/components/strong-components.ts";
import { graphTrials, reachedFrom, type SmallGraph, smallGraph, successorsOf } from "../../../support/small-graph.ts";

function componentsOf(graph: SmallGraph): Int32Array {
  const { start, items } = successorsOf(graph);
  return strongComponents(start, items);
}

/** Offsets of the path 0 - 1 - ... in which every node has one successor, the last one none or the first. */
function longPath(nodeCount: number, closed: boolean): [Int32Array, Int32Array] {
  const edgeCount = closed ? nodeCount : nodeCount - 1;
  const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) => Math.min(node, edgeCount));
  return [start, Int32Array.from({ length: edgeCount }, (_, edge) => (edge + 1) % nodeCount)];
}

describe("strongComponents", () => {
  it("are the nodes that reach each other, numbered against the direction of the edges, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph, (graph) => {
        const component = componentsOf(graph);
        const reached = [...component.keys()].map((node) => reachedFrom(graph, node, () => true));
        for (const a of component.keys()) {
          for (const b of component.keys()) {
            expect(component[a] === component[b]).toBe(reached[a]!.has(b) && reached[b]!.has(a));
            if (reached[a]!.has(b)) expect(component[b]).toBeLessThanOrEqual(component[a]!);
          }
        }
        expect([...new Set(component)].toSorted((x, y) => x - y)).toEqual(
          [...new Set(component).keys()].map((_, i) => i),
        );
      }),
      graphTrials,
    );
  });

  it("are found on a path and on a ring of 200,000 nodes without running out of stack", () => {
    const nodeCount = 200_000;
    const path = strongComponents(...longPath(nodeCount, false));
    expect([path[0], path.at(-1)]).toEqual([nodeCount - 1, 0]);
    expect(new Set(strongComponents(...longPath(nodeCount, true)))).toEqual(new Set([0]));
  });

  it("of no graph are none", () => {
    expect(strongComponents(new Int32Array(1), new Int32Array())).toEqual(new Int32Array());
  });
});
