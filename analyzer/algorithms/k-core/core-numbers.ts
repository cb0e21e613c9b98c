import type { Digraph } from "../digraph/digraph.ts";

/**
 * The core number of every node: the largest k such that it lies in a part of the graph where everyone has at least k
 * neighbours (Seidman 1983; bucket order of Batagelj and Zaversnik 2003).
 *
 * @param graph without directions: every edge from both its ends
 *
 * Cost: O(nodes + edges) time, O(nodes) space. Example: a triangle with a tail gives 2, 2, 2 and 1.
 */
export function coreNumbers({ start, successor }: Digraph): Int32Array {
  const nodeCount = start.length - 1;
  const degree = Int32Array.from({ length: nodeCount }, (_, node) => start[node + 1]! - start[node]!);
  const { order, place, bucket } = byDegree(degree);
  for (const node of order) {
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const other = successor[edge]!;
      const degreeOfOther = degree[other]!;
      if (degreeOfOther <= degree[node]!) continue;
      // One neighbour less: the first of its bucket changes places with it and the bucket begins one later.
      const first = bucket[degreeOfOther]!;
      const moved = order[first]!;
      order[place[other]!] = moved;
      place[moved] = place[other]!;
      order[first] = other;
      place[other] = first;
      bucket[degreeOfOther] = first + 1;
      degree[other] = degreeOfOther - 1;
    }
  }
  return degree;
}

/** Nodes by degree, where each is in that order, and [degree] where the bucket of a degree begins. */
function byDegree(degree: Int32Array): { order: Int32Array; place: Int32Array; bucket: Int32Array } {
  const bucket = new Int32Array(degree.length + 2);
  for (const own of degree) bucket[own + 1]! += 1;
  for (let k = 0; k <= degree.length; k += 1) bucket[k + 1]! += bucket[k]!;
  const next = bucket.slice();
  const order = new Int32Array(degree.length);
  const place = new Int32Array(degree.length);
  degree.forEach((own, node) => {
    place[node] = next[own]!;
    order[next[own]!] = node;
    next[own]! += 1;
  });
  return { order, place, bucket };
}
