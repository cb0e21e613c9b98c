import * as fc from "fast-check";
import { expect, it } from "vitest";
import { simpleDigraph } from "../../../../analyzer/algorithms/digraph/simple-digraph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";
import { compiled } from "../../../support/plain-graph.ts";

it("simpleDigraph keeps each step once, ascending, and no step to itself, on 1,000 random graphs", () => {
  fc.assert(
    fc.property(smallGraph, (graph) => {
      const { start, successor } = compiled(graph);
      for (let node = 0; node < graph.nodeCount; node += 1) {
        const expected = graph.pairs.filter(([from, to]) => from === node && to !== node).map(([, to]) => to);
        expect([...successor.subarray(start[node], start[node + 1])]).toEqual(
          [...new Set(expected)].toSorted((x, y) => x - y),
        );
      }
      expect(start.at(-1)).toBe(successor.length);
    }),
    graphTrials,
  );
});

it("simpleDigraph of no node and of no step is empty", () => {
  expect(simpleDigraph(0, [], [])).toEqual({ start: new Int32Array(1), successor: new Int32Array() });
  expect(simpleDigraph(2, [1], [1])).toEqual({ start: new Int32Array(3), successor: new Int32Array() });
});
