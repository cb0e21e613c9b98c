import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coreNumbers } from "../../../../analyzer/algorithms/k-core/core-numbers.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, type SmallGraph, smallGraph, undirected } from "../../../support/small-graph.ts";

/** By definition: whoever is left when all with fewer than k neighbours left are taken away. */
function plainCoreNumbers({ nodeCount, pairs }: SmallGraph): number[] {
  const core = Array.from({ length: nodeCount }, () => 0);
  for (let k = 1; k <= nodeCount; k += 1) {
    let left = new Set(core.keys());
    for (let size = Infinity; left.size < size; ) {
      size = left.size;
      left = new Set([...left].filter((node) => pairs.filter(([a, b]) => a === node && left.has(b)).length >= k));
    }
    for (const node of left) core[node] = k;
  }
  return core;
}

describe("coreNumbers", () => {
  it("equal the definition on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph.map(undirected), (graph) => {
        expect([...coreNumbers(compiled(graph))]).toEqual(plainCoreNumbers(graph));
      }),
      graphTrials,
    );
  });

  it("of a star of 1,000,000 nodes are 1, of no node none", () => {
    const leaves = 999_999;
    const start = Int32Array.from({ length: leaves + 2 }, (_, node) => (node === 0 ? 0 : leaves + node - 1));
    const successor = Int32Array.from({ length: 2 * leaves }, (_, edge) => (edge < leaves ? edge + 1 : 0));
    expect(coreNumbers({ start, successor }).every((core) => core === 1)).toBe(true);
    expect(coreNumbers({ start: new Int32Array(1), successor: new Int32Array() })).toEqual(new Int32Array());
  });
});
