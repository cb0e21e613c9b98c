import type { FailureGroups } from "./failure-groups.ts";

/**
 * Numbers nodes so that those that touch each other stand close together in memory: breadth first over who holds up whom,
 * directions ignored, part by part (Cuthill and McKee 1969, without sorting by degree).
 *
 * @returns [node] its place
 *
 * Cost: O(nodes + members). On systems beyond the caches it makes closures up to 6 times faster (performance.md 3.1).
 */
export function localityOrder(groups: FailureGroups): Int32Array {
  const { nodeCount, ownedStart, memberStart, member } = groups;
  const held = heldNodes(groups);
  const placeOf = new Int32Array(nodeCount).fill(-1);
  const queue = new Int32Array(nodeCount);
  let tail = 0;
  for (let first = 0, head = 0; first < nodeCount; first += 1) {
    if (placeOf[first] !== -1) continue;
    placeOf[first] = tail;
    queue[tail] = first;
    tail += 1;
    for (; head < tail; head += 1) {
      const node = queue[head]!;
      for (let at = held.start[node]!, end = held.start[node + 1]!; at < end; at += 1) {
        const next = held.node[at]!;
        if (placeOf[next] !== -1) continue;
        placeOf[next] = tail;
        queue[tail] = next;
        tail += 1;
      }
      const end = memberStart[ownedStart[node + 1]!]!;
      for (let at = memberStart[ownedStart[node]!]!; at < end; at += 1) {
        const next = member[at]!;
        if (placeOf[next] !== -1) continue;
        placeOf[next] = tail;
        queue[tail] = next;
        tail += 1;
      }
    }
  }
  return placeOf;
}

/** [node] whom it holds up, with repeats. */
function heldNodes({ nodeCount, owner, memberStart, member }: FailureGroups): { start: Int32Array; node: Int32Array } {
  const start = new Int32Array(nodeCount + 1);
  for (let at = 0; at < member.length; at += 1) start[member[at]! + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice(0, nodeCount);
  const held = new Int32Array(member.length);
  for (let group = 0; group < owner.length; group += 1) {
    const heldUp = owner[group]!;
    for (let at = memberStart[group]!, end = memberStart[group + 1]!; at < end; at += 1) {
      const place = next[member[at]!]!;
      held[place] = heldUp;
      next[member[at]!] = place + 1;
    }
  }
  return { start, node: held };
}
