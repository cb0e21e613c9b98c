import type { System } from "../../system/system.ts";
import { type HubBranch, type Hub, networkHubs } from "../closure/network-hubs.ts";
import { type GroupRule, hubRule, takenBy } from "./group-rule.ts";

/** A group by which a node of a network fails. */
export interface NetworkGroup {
  readonly owner: number;
  readonly inputs: readonly number[];
  /** [input] what it gives. */
  readonly amounts: readonly number[];
  readonly rule: GroupRule;
}

/** The networks of a system as nodes behind its assets: first hubs, then branches, then producers that are on a branch. */
export interface NetworkNodes {
  readonly nodeCount: number;
  readonly hubs: readonly Hub[];
  readonly branches: readonly HubBranch[];
  readonly groups: readonly NetworkGroup[];
  /** [member] the node of a member that is a network, -1 where nothing can take it away. */
  readonly nodeOfMember: Int32Array;
}

/**
 * Who of a network fails with whom: a branch with what it hangs on, a hub with its producers, a producer's supply with the
 * producer or with its branch.
 *
 * Cost: O(nodes and connections of the networks).
 */
export function networkNodes(system: System): NetworkNodes {
  const { hubs, branches, hubOfMember, branchOfMember } = networkHubs(system);
  const assetCount = system.assetIds.length;
  const hubNode = (hub: number): number => assetCount + hub;
  const branchNode = (branch: number): number => assetCount + hubs.length + branch;
  let nodeCount = assetCount + hubs.length + branches.length;
  const groups: NetworkGroup[] = [];
  const failsWith = (owner: number, input: number): void => {
    groups.push({ owner, inputs: [input], amounts: [1], rule: takenBy(1) });
  };
  const gives = givingBranches(hubs, branches);
  branches.forEach(({ hub, within }, branch) => {
    if (within !== -1) failsWith(branchNode(branch), branchNode(within));
    // What only gives does not hang on the hub: the two would hold each other down.
    else if (gives[branch] === 0) failsWith(branchNode(branch), hubNode(hub));
  });
  hubs.forEach((hub, position) => {
    const inputs = hub.producers.map((producer, index) => {
      if (hub.branches[index] === -1) return producer;
      const supply = nodeCount;
      nodeCount += 1;
      failsWith(supply, producer);
      failsWith(supply, branchNode(hub.branches[index]!));
      return supply;
    });
    groups.push({ owner: hubNode(position), inputs, amounts: hub.amounts, rule: hubRule(hub) });
  });
  const nodeOfMember = branchOfMember.map((branch, member) => {
    if (branch !== -1) return branchNode(branch);
    return hubOfMember[member] === -1 ? -1 : hubNode(hubOfMember[member]!);
  });
  return { nodeCount, hubs, branches, groups, nodeOfMember };
}

/** [branch] 1 where a producer is on it. */
function givingBranches(hubs: readonly Hub[], branches: readonly HubBranch[]): Uint8Array {
  const gives = new Uint8Array(branches.length);
  for (const hub of hubs) {
    for (const smallest of hub.branches) {
      for (let branch = smallest; branch !== -1 && gives[branch] === 0; branch = branches[branch]!.within) {
        gives[branch] = 1;
      }
    }
  }
  return gives;
}
