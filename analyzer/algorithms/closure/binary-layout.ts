import type { Territory } from "../../system/territory.ts";
import type { FailureGroups } from "./failure-groups.ts";
import { localityOrder } from "./locality-order.ts";
import { nodeTallies, type NodeTallies } from "./node-tallies.ts";

/**
 * A failures-only system laid out for the closure kernels: what the loss of a node does, node by node. Nodes are numbered
 * for locality; `removalOf` leads from assets to them. About 30 bytes per edge and 40 per node.
 */
export interface BinaryLayout extends NodeTallies {
  readonly nodeCount: number;
  /** [asset] its node, and the node whose loss is the asset lost by a shock: often the same. */
  readonly nodeOf: Int32Array;
  readonly removalOf: Int32Array;
  /** [node + 1] nodes that are lost with it at once, ascending, each once. */
  readonly criticalStart: Int32Array;
  readonly critical: Int32Array;
  /** [node + 1] groups that are one member nearer to breaking without it. */
  readonly countedStart: Int32Array;
  readonly counted: Int32Array;
  /** [counted group] who is lost with it, after how many losses (2..255), and 1 where that is only a bound. */
  readonly countedOwner: Int32Array;
  readonly failuresNeeded: Uint8Array;
  readonly countedBounds: Uint8Array;
  /** [node + 1] groups it has an unequal share in, and that share in units of the group. */
  readonly sharedStart: Int32Array;
  readonly shared: Int32Array;
  readonly sharedUnits: Float64Array;
  /** [shared group] who is lost once more than `slack` units are, and 1 where that is only a bound. */
  readonly sharedOwner: Int32Array;
  readonly slack: Float64Array;
  readonly sharedBounds: Uint8Array;
}

/** The most failures that a counter of one byte can await; groups that need more are kept as shares of one unit each. */
const counterMost = 255;

/**
 * Lays a failures-only system out.
 *
 * @param removalOf [asset] its node in `groups`
 * @param inOrder whether nodes are renumbered for locality; answers do not depend on it
 *
 * Cost: O(nodes + members).
 */
export function binaryLayout(
  groups: FailureGroups,
  removalOf: Int32Array,
  territory: Territory,
  inOrder = true,
): BinaryLayout {
  const { nodeCount, failuresNeeded } = groups;
  const placeOf = inOrder ? localityOrder(groups) : Int32Array.from({ length: nodeCount }, (_, node) => node);
  const ordered = groupsByPlace(groups, placeOf);
  const isCounted = (group: number): boolean => failuresNeeded[group]! > 1 && failuresNeeded[group]! <= counterMost;
  const critical = ordered.filter((group) => failuresNeeded[group] === 1);
  const edges = criticalEdges(groups, critical, placeOf);
  return {
    nodeCount,
    nodeOf: placeOf.slice(0, removalOf.length),
    removalOf: removalOf.map((node) => placeOf[node]!),
    criticalStart: edges.start,
    critical: edges.items,
    ...countedGroups(groups, ordered.filter(isCounted), placeOf),
    ...sharedGroups(
      groups,
      ordered.filter((group) => failuresNeeded[group] !== 1 && !isCounted(group)),
      placeOf,
    ),
    ...nodeTallies(territory, removalOf, placeOf, edges.bounds),
  };
}

/** All groups, by the place of their owner. */
function groupsByPlace({ nodeCount, ownedStart, owner }: FailureGroups, placeOf: Int32Array): Int32Array {
  const nodeAt = new Int32Array(nodeCount);
  placeOf.forEach((place, node) => {
    nodeAt[place] = node;
  });
  const ordered = new Int32Array(owner.length);
  let count = 0;
  for (const node of nodeAt) {
    for (let group = ownedStart[node]!; group < ownedStart[node + 1]!; group += 1) {
      ordered[count] = group;
      count += 1;
    }
  }
  return ordered;
}

/** Who is lost with whom, each pair once; `bounds` marks those whose loss breaks a group that only bounds. */
function criticalEdges(groups: FailureGroups, chosen: Int32Array, placeOf: Int32Array) {
  const { nodeCount, owner, memberStart, member } = groups;
  const bounds = new Uint8Array(nodeCount);
  const from = new Int32Array(chosen.reduce((sum, group) => sum + memberStart[group + 1]! - memberStart[group]!, 0));
  const to = new Int32Array(from.length);
  const lastOwner = new Int32Array(nodeCount).fill(-1);
  let count = 0;
  for (const group of chosen) {
    const place = placeOf[owner[group]!]!;
    for (let at = memberStart[group]!; at < memberStart[group + 1]!; at += 1) {
      const supplier = placeOf[member[at]!]!;
      if (groups.bounds[group] === 1) bounds[supplier] = 1;
      if (lastOwner[supplier] === place) continue;
      lastOwner[supplier] = place;
      from[count] = supplier;
      to[count] = place;
      count += 1;
    }
  }
  const { start, first } = byPlace(nodeCount, from.subarray(0, count), to, to);
  return { start, items: first, bounds };
}

function countedGroups(groups: FailureGroups, chosen: Int32Array, placeOf: Int32Array) {
  const { start, group } = groupsOfNodes(groups, chosen, placeOf);
  return {
    countedStart: start,
    counted: group,
    countedOwner: chosen.map((group) => placeOf[groups.owner[group]!]!),
    failuresNeeded: Uint8Array.from(chosen, (group) => groups.failuresNeeded[group]!),
    countedBounds: Uint8Array.from(chosen, (group) => groups.bounds[group]!),
  };
}

function sharedGroups(groups: FailureGroups, chosen: Int32Array, placeOf: Int32Array) {
  const { start, group, member } = groupsOfNodes(groups, chosen, placeOf);
  const isCount = (index: number): boolean => groups.failuresNeeded[chosen[index]!]! > 0;
  return {
    sharedStart: start,
    shared: group,
    sharedUnits: Float64Array.from(member, (at, entry) => (isCount(group[entry]!) ? 1 : groups.share[at]!)),
    sharedOwner: chosen.map((group) => placeOf[groups.owner[group]!]!),
    slack: Float64Array.from(chosen, (group) =>
      groups.failuresNeeded[group]! > 0 ? groups.failuresNeeded[group]! - 1 : groups.slack[group]!,
    ),
    sharedBounds: Uint8Array.from(chosen, (group) => groups.bounds[group]!),
  };
}

/** The chosen groups by member: offsets by the member's place, position in `chosen`, position of the membership. */
function groupsOfNodes({ nodeCount, memberStart, member }: FailureGroups, chosen: Int32Array, placeOf: Int32Array) {
  const size = chosen.reduce((sum, group) => sum + memberStart[group + 1]! - memberStart[group]!, 0);
  const place = new Int32Array(size);
  const groupAt = new Int32Array(size);
  const memberAt = new Int32Array(size);
  let count = 0;
  chosen.forEach((group, index) => {
    for (let at = memberStart[group]!; at < memberStart[group + 1]!; at += 1) {
      place[count] = placeOf[member[at]!]!;
      groupAt[count] = index;
      memberAt[count] = at;
      count += 1;
    }
  });
  const { start, first, second } = byPlace(nodeCount, place, groupAt, memberAt);
  return { start, group: first, member: second };
}

/** Two columns ordered by place, stable, with offsets by place (counting sort). */
function byPlace(placeCount: number, place: Int32Array, one: Int32Array, other: Int32Array) {
  const start = new Int32Array(placeCount + 1);
  for (let entry = 0; entry < place.length; entry += 1) start[place[entry]! + 1]! += 1;
  for (let at = 0; at < placeCount; at += 1) start[at + 1]! += start[at]!;
  const next = start.slice(0, placeCount);
  const first = new Int32Array(place.length);
  const second = new Int32Array(place.length);
  for (let entry = 0; entry < place.length; entry += 1) {
    const at = next[place[entry]!]!;
    next[place[entry]!] = at + 1;
    first[at] = one[entry]!;
    second[at] = other[entry]!;
  }
  return { start, first, second };
}
