import * as fc from "fast-check";
import { expect, it } from "vitest";
import { localityOrder } from "../../../../analyzer/algorithms/digraph/locality-order.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, reachedFrom, smallGraph, undirected } from "../../../support/small-graph.ts";

it("localityOrder has every node once, the parts of the graph one after the other, on 1,000 random graphs", () => {
  fc.assert(
    fc.property(smallGraph, (graph) => {
      const order = [...localityOrder(compiled(graph))];
      expect(order.toSorted((x, y) => x - y)).toEqual([...Array(graph.nodeCount).keys()]);
      const both = undirected(graph);
      const part = order.map((node) => Math.min(...reachedFrom(both, node, () => true)));
      expect(part).toEqual(part.toSorted((x, y) => x - y));
    }),
    graphTrials,
  );
});

it("localityOrder goes from neighbour to neighbour", () => {
  const path = [4, 0, 3, 1, 2];
  const pairs = path.slice(1).map((node, step) => [path[step]!, node] as const);
  expect([...localityOrder(compiled({ nodeCount: 5, pairs }))]).toEqual([0, 3, 4, 1, 2]);
});
