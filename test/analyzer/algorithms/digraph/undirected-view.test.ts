import * as fc from "fast-check";
import { expect, it } from "vitest";
import { undirectedView } from "../../../../analyzer/algorithms/digraph/undirected-view.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph, undirected } from "../../../support/small-graph.ts";

it("undirectedView joins both ways, once, whoever was joined at all, on 1,000 random graphs", () => {
  fc.assert(
    fc.property(smallGraph, (graph) => {
      expect(undirectedView(compiled(graph))).toEqual(compiled(undirected(graph)));
    }),
    graphTrials,
  );
});
