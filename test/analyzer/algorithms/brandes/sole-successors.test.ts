import * as fc from "fast-check";
import { expect, it } from "vitest";
import { itself, soleSuccessors } from "../../../../analyzer/algorithms/brandes/sole-successors.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";

it("soleSuccessors are the only successors, and nobody stands for others who is stood for, on 1,000 random graphs", () => {
  fc.assert(
    fc.property(smallGraph, (graph) => {
      const { start, successor } = compiled(graph);
      soleSuccessors({ start, successor }).forEach((next, node, all) => {
        const own = [...successor.subarray(start[node], start[node + 1])];
        const isTaken = all.includes(node);
        if (next !== itself) expect([own, isTaken, all[next]]).toEqual([[next], false, itself]);
        // Whoever could be stood for is, unless it stands for others or its successor is stood for itself.
        else if (own.length === 1) expect(isTaken || all[own[0]!] !== itself).toBe(true);
      });
    }),
    graphTrials,
  );
});
