import { simpleDigraph } from "../../analyzer/algorithms/digraph/simple-digraph.ts";
import type { Digraph } from "../../analyzer/algorithms/digraph/digraph.ts";
import type { SmallGraph } from "./small-graph.ts";

/** Plain twins of the graph kernels, for few nodes: written from the definitions, with nothing shared. */

/** The compiled form of a small graph: pairs once, no loops. */
export function compiled({ nodeCount, pairs }: SmallGraph): Digraph {
  return simpleDigraph(
    nodeCount,
    pairs.map(([from]) => from),
    pairs.map(([, to]) => to),
  );
}

/** [from][to] length and number of the shortest paths; length Infinity and number 0 where there is none. */
export function shortestPaths({ nodeCount, pairs }: SmallGraph): { length: number[][]; count: number[][] } {
  const nodes = [...Array(nodeCount).keys()];
  const edges = new Set(pairs.filter(([a, b]) => a !== b).map(([a, b]) => a * nodeCount + b));
  const length: number[][] = nodes.map((a) => nodes.map((b) => (a === b ? 0 : Infinity)));
  const count: number[][] = nodes.map((a) => nodes.map((b) => (a === b ? 1 : 0)));
  for (const from of nodes) {
    for (let step = 1; step < nodeCount; step += 1) {
      for (const to of nodes.filter((node) => length[from]![node] === Infinity)) {
        const last = nodes.filter((node) => length[from]![node] === step - 1 && edges.has(node * nodeCount + to));
        if (last.length === 0) continue;
        length[from]![to] = step;
        count[from]![to] = last.reduce((sum, node) => sum + count[from]![node]!, 0);
      }
    }
  }
  return { length, count };
}

/** Betweenness by its definition: the share of each counted pair's shortest paths that pass through. */
export function plainBetweenness(graph: SmallGraph, counts: (from: number, to: number) => boolean): number[] {
  const { length, count } = shortestPaths(graph);
  const nodes = [...Array(graph.nodeCount).keys()];
  return nodes.map((through) => {
    let sum = 0;
    for (const from of nodes) {
      for (const to of nodes) {
        if (from === to || through === from || through === to || !counts(from, to)) continue;
        const whole = length[from]![to]!;
        if (whole === Infinity || length[from]![through]! + length[through]![to]! !== whole) continue;
        sum += (count[from]![through]! * count[through]![to]!) / count[from]![to]!;
      }
    }
    return sum;
  });
}
