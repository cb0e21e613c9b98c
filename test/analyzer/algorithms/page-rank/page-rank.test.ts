import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Digraph } from "../../../../analyzer/algorithms/digraph/digraph.ts";
import { reversed } from "../../../../analyzer/algorithms/digraph/reversed.ts";
import { pageRank } from "../../../../analyzer/algorithms/page-rank/page-rank.ts";
import { compiled } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";

function ranksOf(graph: Digraph) {
  const outDegree = Int32Array.from({ length: graph.start.length - 1 }, (_, node) => {
    return graph.start[node + 1]! - graph.start[node]!;
  });
  return pageRank(reversed(graph), outDegree)!;
}

describe("pageRank", () => {
  it("sums to 1 and is what the reader's next step leaves as it is, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(smallGraph, (graph) => {
        const simple = compiled(graph);
        const { rank } = ranksOf(simple);
        const n = graph.nodeCount;
        const next = Array.from({ length: n }, () => 0.15 / n);
        for (let node = 0; node < n; node += 1) {
          const successors = simple.successor.subarray(simple.start[node], simple.start[node + 1]);
          const to = successors.length === 0 ? [...Array(n).keys()] : [...successors];
          for (const head of to) next[head]! += (0.85 * rank[node]!) / to.length;
        }
        expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 11);
        next.forEach((value, node) => expect(rank[node]).toBeCloseTo(value, 11));
      }),
      graphTrials,
    );
  });

  it("of a pair is as solved by hand", () => {
    // x = 0.075 + 0.425 y and y = 0.075 + 0.425 y + 0.85 x.
    const { rank } = ranksOf(compiled({ nodeCount: 2, pairs: [[0, 1]] }));
    expect(rank[0]).toBeCloseTo(0.5 / 1.425, 12);
    expect(rank[1]).toBeCloseTo(0.925 / 1.425, 12);
  });

  it("is equal everywhere on a ring after one step, and takes at most 175 on a chain of 1,000,000", () => {
    const ring = ranksOf(compiled({ nodeCount: 4, pairs: [[0, 1], [1, 2], [2, 3], [3, 0]] })); // biome-ignore format: a list
    expect([[...ring.rank], ring.edgesTouched]).toEqual([[0.25, 0.25, 0.25, 0.25], 4]);
    const nodeCount = 1_000_000;
    const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) => Math.min(node, nodeCount - 1));
    const chain = ranksOf({ start, successor: Int32Array.from({ length: nodeCount - 1 }, (_, node) => node + 1) });
    expect(chain.edgesTouched / (nodeCount - 1)).toBeLessThanOrEqual(175);
    expect(chain.rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  });

  it("ends on a star of 100,000, where rounding goes on moving the centre", () => {
    const leaves = 99_999;
    const star = ranksOf({
      start: Int32Array.from({ length: leaves + 2 }, (_, node) => (node === 0 ? 0 : leaves + node - 1)),
      successor: Int32Array.from({ length: 2 * leaves }, (_, edge) => (edge < leaves ? edge + 1 : 0)),
    });
    // centre = 0.15 / n + 0.85 x all leaves, and centre + leaves = 1.
    expect(star.rank[0]).toBeCloseTo((0.15 / (leaves + 1) + 0.85) / 1.85, 9);
    expect(star.edgesTouched).toBeLessThanOrEqual(175 * 2 * leaves);
  });

  it("stops where it is told to", () => {
    let asked = 0;
    expect(
      pageRank(reversed(compiled({ nodeCount: 2, pairs: [[0, 1]] })), Int32Array.of(1, 0), () => ++asked > 3),
    ).toBeNull();
    expect(asked).toBe(4);
  });

  it("of no node is none, of one without edge 1", () => {
    expect(ranksOf(compiled({ nodeCount: 0, pairs: [] })).rank).toEqual(new Float64Array());
    expect(ranksOf(compiled({ nodeCount: 1, pairs: [] })).rank[0]).toBeCloseTo(1, 12);
  });
});
