import * as fc from "fast-check";
import { expect, it } from "vitest";
import { reversed } from "../../../../analyzer/algorithms/digraph/reversed.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";

it("reversed is the graph of the pairs turned round, and twice is the same graph, on 1,000 random graphs", () => {
  fc.assert(
    fc.property(smallGraph, (graph) => {
      const turned = { ...graph, pairs: graph.pairs.map(([from, to]) => [to, from] as const) };
      expect(reversed(compiled(graph))).toEqual(compiled(turned));
      expect(reversed(reversed(compiled(graph)))).toEqual(compiled(graph));
    }),
    graphTrials,
  );
});
