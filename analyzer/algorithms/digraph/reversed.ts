import type { Digraph } from "./digraph.ts";

/** The same graph with every edge turned round: successors are what were predecessors. O(nodes + edges). */
export function reversed({ start, successor }: Digraph): Digraph {
  const nodeCount = start.length - 1;
  const turned = new Int32Array(nodeCount + 1);
  for (const head of successor) turned[head + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) turned[node + 1]! += turned[node]!;
  const next = turned.slice(0, nodeCount);
  const predecessor = new Int32Array(successor.length);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const head = successor[edge]!;
      predecessor[next[head]!] = node;
      next[head]! += 1;
    }
  }
  return { start: turned, successor: predecessor };
}
