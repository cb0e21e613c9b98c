/**
 * A system in which things only fail, wholly and for good (performance.md section 2): nodes, and groups of nodes that hold
 * up an owner. A group is broken, and its owner lost, once `lost shares > slack`; where the shares are all alike that is a
 * number of losses. Nodes are assets first, then whatever else can be lost (see `compile-failure-groups.ts`).
 */
export interface FailureGroups {
  readonly nodeCount: number;
  /** [node + 1] groups that hold up a node, and [group] the node that it holds up. */
  readonly ownedStart: Int32Array;
  readonly owner: Int32Array;
  /** [group] how many losses break it, whichever they are; 0 where that depends on the shares. */
  readonly failuresNeeded: Int32Array;
  /** [group] what of the shares can be lost before it breaks, in whole units of the group; 0 where losses are counted. */
  readonly slack: Float64Array;
  /** [group] 1 where a broken group may leave the owner something: the loss of the owner is then a bound, not a fact. */
  readonly bounds: Uint8Array;
  /** [group + 1] members of a group, each node once. */
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  /** [member] its share in whole units of the group; 0 where losses are counted. */
  readonly share: Float64Array;
}

/** A group before it has a position. Without shares, `failuresNeeded` losses break it. */
export interface FailureGroup {
  readonly owner: number;
  readonly members: readonly number[];
  readonly failuresNeeded: number;
  readonly shares?: readonly number[];
  readonly slack?: number;
  readonly bounds: boolean;
}

/** Lays groups out by owner. O(groups + members). */
export function failureGroupsOf(nodeCount: number, groups: readonly FailureGroup[]): FailureGroups {
  const sorted = groups.toSorted((x, y) => x.owner - y.owner);
  const ownedStart = new Int32Array(nodeCount + 1);
  const memberStart = new Int32Array(sorted.length + 1);
  for (const [position, group] of sorted.entries()) {
    ownedStart[group.owner + 1]! += 1;
    memberStart[position + 1] = memberStart[position]! + group.members.length;
  }
  for (let node = 0; node < nodeCount; node += 1) ownedStart[node + 1]! += ownedStart[node]!;
  return {
    nodeCount,
    ownedStart,
    owner: Int32Array.from(sorted, (group) => group.owner),
    failuresNeeded: Int32Array.from(sorted, (group) => group.failuresNeeded),
    slack: Float64Array.from(sorted, (group) => group.slack ?? 0),
    bounds: Uint8Array.from(sorted, (group) => (group.bounds ? 1 : 0)),
    memberStart,
    member: Int32Array.from(sorted.flatMap((group) => group.members)),
    share: Float64Array.from(sorted.flatMap((group) => group.shares ?? group.members.map(() => 0))),
  };
}
