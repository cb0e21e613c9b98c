import * as fc from "fast-check";

/** On how many random graphs something is tried, and from which seed. */
export const graphTrials = { seed: 20_260_731, numRuns: 1000 } as const;

/** A directed graph of few nodes as pairs [from, to]; pairs may repeat and may join a node to itself. */
export interface SmallGraph {
  readonly nodeCount: number;
  readonly pairs: readonly (readonly [number, number])[];
}

/** Random graphs of one to nine nodes, from no pair at all to about two per node. */
export const smallGraph: fc.Arbitrary<SmallGraph> = fc.integer({ min: 1, max: 9 }).chain((nodeCount) => {
  const node = fc.nat({ max: nodeCount - 1 });
  return fc.record({ nodeCount: fc.constant(nodeCount), pairs: fc.array(fc.tuple(node, node), { maxLength: 18 }) });
});

/** The pairs as offsets: successors of node i are `items[start[i]] .. items[start[i + 1] - 1]`. */
export function successorsOf({ nodeCount, pairs }: SmallGraph): { start: Int32Array; items: Int32Array } {
  const lists = Array.from({ length: nodeCount }, (_, node) =>
    pairs.filter(([from]) => from === node).map(([, to]) => to),
  );
  const start = Int32Array.from({ length: nodeCount + 1 }, (_, node) => lists.slice(0, node).flat().length);
  return { start, items: Int32Array.from(lists.flat()) };
}

/** The graph without directions, repeats and loops: every pair from both its ends, once. */
export function undirected({ nodeCount, pairs }: SmallGraph): SmallGraph {
  const both = pairs.filter(([a, b]) => a !== b).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]);
  const unique = [...new Set(both)].map((pair) => pair.split(" ").map(Number));
  return { nodeCount, pairs: unique.map(([a = 0, b = 0]) => [a, b] as const) };
}

/** Nodes that can be reached from a node in any number of steps over the nodes that are kept, itself included. */
export function reachedFrom(graph: SmallGraph, from: number, isKept: (node: number) => boolean): ReadonlySet<number> {
  const reached = new Set([from]);
  for (const node of reached) {
    for (const [tail, head] of graph.pairs) if (tail === node && isKept(head)) reached.add(head);
  }
  return reached;
}
