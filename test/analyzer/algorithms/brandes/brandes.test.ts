import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Brandes } from "../../../../analyzer/algorithms/brandes/brandes.ts";
import { stateClasses } from "../../../../analyzer/algorithms/brandes/state-classes.ts";
import type { Digraph } from "../../../../analyzer/algorithms/digraph/digraph.ts";
import { simpleDigraph } from "../../../../analyzer/algorithms/digraph/simple-digraph.ts";
import { compiled, plainBetweenness } from "../../../support/plain-graph.ts";
import { graphTrials, smallGraph } from "../../../support/small-graph.ts";

/** States of each node as classes. */
function classesOf(states: readonly (readonly number[])[]) {
  const start = Int32Array.from({ length: states.length + 1 }, (_, node) => states.slice(0, node).flat().length);
  return stateClasses(start, Int32Array.from(states.flat()));
}

/** Betweenness and cross-border betweenness of all nodes, and the edges touched; the twin says the same to the last bit. */
function betweenness(graph: Digraph, states?: readonly (readonly number[])[]) {
  const nodeCount = graph.start.length - 1;
  const classes = classesOf(states ?? Array.from({ length: nodeCount }, () => [0]));
  const [kernel, twin] = [true, false].map((useKernel) => {
    const brandes = new Brandes(graph, classes, useKernel);
    for (let source = 0; source < nodeCount; source += 1) brandes.addSource(source);
    return brandes;
  });
  expect(twin!.sums).toEqual(kernel!.sums);
  expect(twin!.edgesTouched).toBe(kernel!.edgesTouched);
  return {
    all: [...kernel!.sums].filter((_, index) => index % 2 === 0),
    abroad: [...kernel!.sums].filter((_, index) => index % 2 === 1),
    edgesTouched: kernel!.edgesTouched,
  };
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Both ways along given pairs. */
const bothWays = (nodeCount: number, pairs: readonly (readonly [number, number])[]) =>
  compiled({ nodeCount, pairs: pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]) });

const stated = smallGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    states: fc.array(fc.constantFrom<number[]>([0], [1], [2], [0, 1], [1, 2]), {
      minLength: graph.nodeCount,
      maxLength: graph.nodeCount,
    }),
  }),
);

describe("Brandes", () => {
  it("equals the definition, at home and across borders, joint assets included, on 1,000 random graphs", () => {
    fc.assert(
      fc.property(stated, ({ graph, states }) => {
        const { all, abroad } = betweenness(compiled(graph), states);
        const share = (from: number, to: number) => states[from]!.some((state) => states[to]!.includes(state));
        plainBetweenness(graph, () => true).forEach((value, node) => expect(all[node]).toBeCloseTo(value, 10));
        plainBetweenness(graph, (from, to) => !share(from, to)).forEach((value, node) =>
          expect(abroad[node]).toBeCloseTo(value, 10),
        );
      }),
      graphTrials,
    );
  });

  it("is 0, 2, 2, 0 on a path with a doubled link", () => {
    expect(betweenness(simpleDigraph(4, [0, 1, 1, 2], [1, 2, 2, 3])).all).toEqual([0, 2, 2, 0]);
  });

  // Closed forms count unordered pairs; joined both ways, every pair counts in both orders.
  it.each([2, 3, 10, 41])("has the closed forms of star, path and cycle of %i nodes", (n) => {
    const star = betweenness(
      bothWays(
        n,
        range(n - 1).map((leaf) => [0, leaf + 1]),
      ),
    );
    expect(star.all).toEqual(range(n).map((node) => (node === 0 ? (n - 1) * (n - 2) : 0)));
    const path = betweenness(
      bothWays(
        n,
        range(n - 1).map((node) => [node, node + 1]),
      ),
    );
    expect(path.all).toEqual(range(n).map((node) => 2 * node * (n - 1 - node)));
    if (n < 3) return;
    const cycle = betweenness(
      bothWays(
        n,
        range(n).map((node) => [node, (node + 1) % n]),
      ),
    );
    const each = n % 2 === 1 ? ((n - 1) * (n - 3)) / 4 : (n - 2) ** 2 / 4;
    cycle.all.forEach((value) => expect(value).toBeCloseTo(each, 10));
  });

  it("counts more shortest paths than a number can hold", () => {
    // 1,200 diamonds in a row: 2^1200 paths from end to end, and every side of a diamond carries half of all pairs.
    const diamonds = 1200;
    const pairs = range(diamonds).flatMap((d): [number, number][] => [
      [3 * d, 3 * d + 1],
      [3 * d, 3 * d + 2],
      [3 * d + 1, 3 * d + 3],
      [3 * d + 2, 3 * d + 3],
    ]);
    const nodeCount = 3 * diamonds + 1;
    const { all, abroad } = betweenness(
      compiled({ nodeCount, pairs }),
      range(nodeCount).map((node) => [node === 0 ? 0 : 1]),
    );
    // Before the side of diamond d lie 3d nodes and its fork, behind it its joint and all after.
    range(diamonds).forEach((d) => {
      expect(all[3 * d + 1]! / ((3 * d + 1) * (3 * (diamonds - d - 1) + 1))).toBeCloseTo(0.5, 9);
      expect(abroad[3 * d + 1]! / (3 * (diamonds - d - 1) + 1)).toBeCloseTo(0.5, 9);
    });
  });

  it("touches every edge once per source that reaches it, and stops when all that can be reached is found", () => {
    const chain = 300;
    const path = compiled({ nodeCount: chain, pairs: range(chain - 1).map((node) => [node, node + 1] as const) });
    // Every second node's search stands for the one before it.
    expect(betweenness(path).edgesTouched).toBe(((chain / 2) * (chain - 2)) / 2);
    const n = 2000;
    const complete = simpleDigraph(
      n,
      Int32Array.from({ length: n * n }, (_, pair) => Math.floor(pair / n)),
      Int32Array.from({ length: n * n }, (_, pair) => pair % n),
    );
    const { all, edgesTouched } = betweenness(complete);
    expect(all.every((value) => value === 0)).toBe(true);
    // The first source has to look at everything once to know how much it reaches.
    expect(edgesTouched).toBe(n * (n - 1) + (n - 1) * (n - 1));
  });

  it("of no node, of one and of no edge is 0", () => {
    expect(betweenness(compiled({ nodeCount: 0, pairs: [] })).all).toEqual([]);
    expect(betweenness(compiled({ nodeCount: 1, pairs: [[0, 0]] })).all).toEqual([0]);
    expect(betweenness(compiled({ nodeCount: 3, pairs: [] })).all).toEqual([0, 0, 0]);
  });
});
