import type { Digraph } from "./digraph.ts";

/**
 * The simple graph of given steps: parallel steps are one edge, steps from a node to itself are left out.
 *
 * @param tail [step] node it leads from, 0..nodeCount-1
 * @param head [step] node it leads to
 *
 * Cost: O(nodes + steps) time and space (two passes of counting sort).
 */
export function simpleDigraph(nodeCount: number, tail: ArrayLike<number>, head: ArrayLike<number>): Digraph {
  const byHead = sortedBy(head, nodeCount);
  const start = new Int32Array(nodeCount + 1);
  for (let step = 0; step < tail.length; step += 1) if (tail[step] !== head[step]) start[tail[step]! + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) start[node + 1]! += start[node]!;
  const end = start.slice(0, nodeCount);
  const successor = new Int32Array(start[nodeCount]!);
  for (const step of byHead) {
    const from = tail[step]!;
    const to = head[step]!;
    // Steps come by head, so that a parallel one comes right after its like.
    const isNew = from !== to && (end[from] === start[from] || successor[end[from]! - 1] !== to);
    if (!isNew) continue;
    successor[end[from]!] = to;
    end[from]! += 1;
  }
  return packed(start, end, successor);
}

/** Closes the gaps that parallel steps left behind. */
function packed(start: Int32Array, end: Int32Array, successor: Int32Array): Digraph {
  const closed = new Int32Array(start.length);
  for (let node = 0; node < end.length; node += 1) {
    successor.copyWithin(closed[node]!, start[node]!, end[node]);
    closed[node + 1] = closed[node]! + end[node]! - start[node]!;
  }
  return { start: closed, successor: successor.slice(0, closed[end.length]) };
}

/** Positions ordered by their key, stable. */
function sortedBy(key: ArrayLike<number>, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (let position = 0; position < key.length; position += 1) next[key[position]! + 1]! += 1;
  for (let k = 0; k < keyCount; k += 1) next[k + 1]! += next[k]!;
  const order = new Int32Array(key.length);
  for (let position = 0; position < key.length; position += 1) {
    const place = next[key[position]!]!;
    order[place] = position;
    next[key[position]!] = place + 1;
  }
  return order;
}
