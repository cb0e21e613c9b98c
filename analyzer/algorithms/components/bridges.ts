import type { Blocks } from "./biconnected-blocks.ts";

/**
 * The bridges of an undirected simple graph: edges on no cycle, whose removal leaves one more connected part. They are the
 * blocks of a single edge.
 *
 * @returns [edge] 1 for a bridge, the same from both ends
 *
 * Cost: O(edges). Example: both edges of the path 0 - 1 - 2 are bridges.
 */
export function bridges({ count, blockOf }: Blocks): Uint8Array {
  const ends = new Int32Array(count);
  for (const block of blockOf) ends[block]! += 1;
  return Uint8Array.from(blockOf, (block) => (ends[block] === 2 ? 1 : 0));
}
