import type { Digraph } from "../digraph/digraph.ts";

/** No other search stands for the node. */
export const itself = -1;

/**
 * Whose search stands for another's: a node with a single successor leads wherever that leads, by the same shortest paths.
 * No node stands for others that is itself stood for.
 *
 * @returns [node] the node whose search stands for it, or `itself`
 *
 * Cost: O(nodes). Example: in a star joined both ways the centre stands for all leaves.
 */
export function soleSuccessors({ start, successor }: Digraph): Int32Array {
  const nodeCount = start.length - 1;
  const standsIn = new Int32Array(nodeCount).fill(itself);
  const isTaken = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    if (start[node + 1]! - start[node]! !== 1 || isTaken[node] === 1) continue;
    const next = successor[start[node]!]!;
    if (standsIn[next] !== itself) continue;
    standsIn[node] = next;
    isTaken[next] = 1;
  }
  return standsIn;
}
