import * as fc from "fast-check";
import { expect, it } from "vitest";
import { renumbered } from "../../../../analyzer/algorithms/digraph/renumbered.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";

it("renumbered leads between the same nodes under their new numbers, on 1,000 random graphs", () => {
  const numbered = smallGraph.chain((graph) =>
    fc.record({
      graph: fc.constant(graph),
      order: fc.shuffledSubarray([...Array(graph.nodeCount).keys()], { minLength: graph.nodeCount }),
    }),
  );
  fc.assert(
    fc.property(numbered, ({ graph, order }) => {
      const pairs = graph.pairs.map(([from, to]) => [order.indexOf(from), order.indexOf(to)] as const);
      expect(renumbered(compiled(graph), Int32Array.from(order))).toEqual(compiled({ ...graph, pairs }));
    }),
    graphTrials,
  );
});
