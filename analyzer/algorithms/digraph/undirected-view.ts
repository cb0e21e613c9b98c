import type { Digraph } from "./digraph.ts";
import { reversed } from "./reversed.ts";

/**
 * The same graph without directions: whoever was joined either way is joined both ways, once. O(nodes + edges).
 * Example: 0 -> 1, 1 -> 0, 1 -> 2 gives 0 - 1 - 2, each edge from both its ends.
 */
export function undirectedView(graph: Digraph): Digraph {
  const back = reversed(graph);
  const nodeCount = graph.start.length - 1;
  const start = new Int32Array(nodeCount + 1);
  const neighbour = new Int32Array(2 * graph.successor.length);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    let out = graph.start[node]!;
    let into = back.start[node]!;
    const outEnd = graph.start[node + 1]!;
    const intoEnd = back.start[node + 1]!;
    // Both lists ascend: merge them, what is in both once.
    while (out < outEnd || into < intoEnd) {
      const next = out < outEnd ? graph.successor[out]! : nodeCount;
      const previous = into < intoEnd ? back.successor[into]! : nodeCount;
      neighbour[count] = Math.min(next, previous);
      count += 1;
      if (next <= previous) out += 1;
      if (previous <= next) into += 1;
    }
    start[node + 1] = count;
  }
  return { start, successor: neighbour.slice(0, count) };
}
