import * as fc from "fast-check";
import { expect, it } from "vitest";
import { supplySources } from "../../../../analyzer/algorithms/dominators/supply-sources.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, reachedFrom, smallGraph } from "../../../support/small-graph.ts";

it("supplySources are the known ones, and loops that nothing known leads into, on 1,000 random graphs", () => {
  const known = smallGraph.chain((graph) =>
    fc.record({ graph: fc.constant(graph), known: fc.subarray([...Array(graph.nodeCount).keys()]) }),
  );
  fc.assert(
    fc.property(known, ({ graph, known }) => {
      const isKnown = Uint8Array.from({ length: graph.nodeCount }, (_, node) => (known.includes(node) ? 1 : 0));
      const nodes = [...Array(graph.nodeCount).keys()];
      const reach = nodes.map((node) => reachedFrom(graph, node, () => true));
      const expected = nodes.map((node) => {
        const into = nodes.filter((other) => reach[other]!.has(node));
        const isTop = into.every((other) => reach[node]!.has(other));
        return known.includes(node) || (isTop && !into.some((other) => known.includes(other))) ? 1 : 0;
      });
      const sources = supplySources(compiled(graph), isKnown);
      expect([...sources]).toEqual(expected);
      const fed = new Set(nodes.filter((node) => sources[node] === 1).flatMap((node) => [...reach[node]!]));
      expect(fed.size).toBe(graph.nodeCount);
    }),
    graphTrials,
  );
});
