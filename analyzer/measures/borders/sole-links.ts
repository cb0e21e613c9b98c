import { biconnectedBlocks } from "../../algorithms/components/biconnected-blocks.ts";
import { bridges } from "../../algorithms/components/bridges.ts";
import { simpleDigraph } from "../../algorithms/digraph/simple-digraph.ts";
import { undirectedView } from "../../algorithms/digraph/undirected-view.ts";
import type { BorderNetwork } from "./plan-borders.ts";

/**
 * Connections across a border on which no cycle of the network lies, directions ignored, and that have no parallel: without
 * one of them its ends are apart. Positions in the network's lists, ascending.
 *
 * Cost: O(nodes + connections).
 */
export function soleLinks({ a, b, stateOf }: BorderNetwork): number[] {
  const graph = undirectedView(simpleDigraph(stateOf.length, a, b));
  const isBridge = bridges(biconnectedBlocks(graph.start, graph.successor));
  const key = (x: number, y: number): string => `${Math.min(x, y)} ${Math.max(x, y)}`;
  const sole = new Set<string>();
  for (let node = 0; node < stateOf.length; node += 1) {
    for (let edge = graph.start[node]!; edge < graph.start[node + 1]!; edge += 1) {
      if (isBridge[edge] === 1) sole.add(key(node, graph.successor[edge]!));
    }
  }
  const rows = new Map<string, number[]>();
  a.forEach((node, connection) => {
    const pair = key(node, b[connection]!);
    if (!sole.has(pair) || stateOf[node] === stateOf[b[connection]!]) return;
    const list = rows.get(pair);
    if (list === undefined) rows.set(pair, [connection]);
    else list.push(connection);
  });
  return [...rows.values()]
    .filter((list) => list.length === 1)
    .flat()
    .sort((x, y) => x - y);
}
