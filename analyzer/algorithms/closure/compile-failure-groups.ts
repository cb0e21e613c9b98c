import type { System } from "../../system/system.ts";
import { ownLoopMembers } from "../cascade/own-loop.ts";
import { breakRule } from "./break-rule.ts";
import { type FailureGroup, type FailureGroups, failureGroupsOf } from "./failure-groups.ts";
import { type NetworkHubs, networkHubs } from "./network-hubs.ts";

/** The failures-only form of a system. Nodes are the assets, then hubs and branches of networks, then removals of assets. */
export interface CompiledFailureGroups {
  readonly groups: FailureGroups;
  /** [asset] the node whose loss is the asset lost by a shock: the asset itself, or its removal where that cuts a network. */
  readonly removalOf: Int32Array;
}

/** As in the engine: a supply this close to what is needed is enough. */
const tolerance = 1e-9;

/**
 * Reads every rule of a system as one of failures alone: a group is broken once what its members at work give is less than
 * it needs, and a broken group is the loss of its owner. That is what happens where a group gives all or nothing and a loss
 * of it is total; elsewhere something may be left, and the group is marked as one that only bounds (performance.md sections
 * 2 and 4). Left out: groups without loss or with a buffer without end, what nothing can take away, what an asset with
 * black start has from its own loop, and networks that bind nobody.
 *
 * Lost for good, an asset and everything that follows is lost as here, or less: from an undisturbed start levels only fall
 * with what feeds them, and a hub is lost before anybody gets less.
 *
 * Cost: O(members log members of a group + network nodes + connections).
 */
export function compileFailureGroups(system: System): CompiledFailureGroups {
  const assetCount = system.assetIds.length;
  const networks = networkHubs(system);
  const groups: FailureGroup[] = [];
  const nodeOfMember = memberNodes(system, networks);
  for (let group = 0; group < system.groupAsset.length; group += 1) addInputGroup(system, group, nodeOfMember, groups);
  const nodes = new NodeCounter(assetCount + networks.hubs.length + networks.branches.length);
  addHubs(networks, assetCount, nodes, groups);
  const removalOf = addRemovals(networks, assetCount, nodes, groups);
  return { groups: failureGroupsOf(nodes.count, groups), removalOf };
}

/** Gives out nodes. */
class NodeCounter {
  constructor(public count: number) {}

  next(): number {
    this.count += 1;
    return this.count - 1;
  }
}

/** [member] the node that it lives on, -1 where nothing can take away what it gives. */
function memberNodes(system: System, { hubs, hubOfMember, branchOfMember }: NetworkHubs): Int32Array {
  const firstHub = system.assetIds.length;
  const satisfied = ownLoopMembers(system);
  return system.memberProvider.map((provider, member) => {
    if (satisfied[member] === 1 || !Number.isFinite(system.memberLagTicks[member]!)) return -1;
    if (provider >= 0) return provider;
    if (branchOfMember[member] !== -1) return firstHub + hubs.length + branchOfMember[member]!;
    return hubOfMember[member] === -1 ? -1 : firstHub + hubOfMember[member]!;
  });
}

function addInputGroup(system: System, group: number, nodeOfMember: Int32Array, groups: FailureGroup[]): void {
  const { groupLoss, groupNeed, groupThreshold, memberShare, memberStart } = system;
  const loss = groupLoss[group]!;
  if (loss === 0 || !Number.isFinite(system.groupBufferTicks[group]!)) return;
  let given = system.groupGiven[group]!;
  const shareOf = new Map<number, number>();
  for (let member = memberStart[group]!; member < memberStart[group + 1]!; member += 1) {
    const node = nodeOfMember[member]!;
    const share = memberShare[member]!;
    if (node === -1) given += share;
    else shareOf.set(node, (shareOf.get(node) ?? 0) + share);
  }
  const need = groupNeed[group]!;
  const isThreshold = groupThreshold[group] === 1;
  const bar = (isThreshold ? need - tolerance : need * (1 - tolerance)) - given;
  if (bar <= 0 || shareOf.size === 0) return;
  const shares = [...shareOf.values()];
  const allOrNothing = isThreshold || (given === 0 && shares.every((share) => share >= bar));
  const bounds = loss < 1 || !allOrNothing;
  addBreaks(groups, { owner: system.groupAsset[group]!, nodes: [...shareOf.keys()], shares, bar, bounds });
}

/** A group of providers before its rule of losses is known. */
interface SharedGroup {
  readonly owner: number;
  readonly nodes: readonly number[];
  readonly shares: readonly number[];
  readonly bar: number;
  readonly bounds: boolean;
}

function addBreaks(groups: FailureGroup[], { owner, nodes, shares, bar, bounds }: SharedGroup): void {
  const rule = breakRule(shares, bar);
  const named = (positions: readonly number[]): number[] => positions.map((position) => nodes[position]!);
  if (rule.alone.length > 0) groups.push({ owner, members: named(rule.alone), failuresNeeded: 1, bounds });
  if (rule.together.length === 0) return;
  const together = { owner, members: named(rule.together), failuresNeeded: rule.failuresNeeded, bounds };
  groups.push(rule.failuresNeeded > 0 ? together : { ...together, shares: rule.shares, slack: rule.slack });
}

/** The loss of one node is the loss of another. */
function addLoss(groups: FailureGroup[], lost: number, owner: number, bounds: boolean): void {
  groups.push({ owner, members: [lost], failuresNeeded: 1, bounds });
}

/**
 * A hub lives on its producers; one on a branch is lost to it with the branch as well, and so stands behind a node of its
 * own. What takes from a branch loses all with the hub, unless the hub is lost in part only, which it says itself.
 */
function addHubs(
  { hubs, branches }: NetworkHubs,
  assetCount: number,
  nodes: NodeCounter,
  groups: FailureGroup[],
): void {
  const firstBranch = assetCount + hubs.length;
  hubs.forEach(({ producers, amounts, bar, isTotal, ...hub }, position) => {
    const supplies = producers.map((producer, index) => {
      const branch = hub.branches[index]!;
      if (branch === -1) return producer;
      const supply = nodes.next();
      addLoss(groups, producer, supply, false);
      addLoss(groups, firstBranch + branch, supply, false);
      return supply;
    });
    addBreaks(groups, { owner: assetCount + position, nodes: supplies, shares: amounts, bar, bounds: !isTotal });
  });
  branches.forEach(({ hub, within }, position) => {
    addLoss(groups, within === -1 ? assetCount + hub : firstBranch + within, firstBranch + position, false);
  });
}

/**
 * A node for every asset whose removal does more than its failure: its loss is that of the asset, of the branches it cuts
 * off, and, as a bound, of the hubs it disturbs otherwise.
 */
function addRemovals(
  { hubs, branches }: NetworkHubs,
  assetCount: number,
  nodes: NodeCounter,
  groups: FailureGroup[],
): Int32Array {
  const removalOf = Int32Array.from({ length: assetCount }, (_, asset) => asset);
  const add = (asset: number, owner: number, bounds: boolean): void => {
    if (removalOf[asset] === asset) {
      removalOf[asset] = nodes.next();
      addLoss(groups, removalOf[asset], asset, false);
    }
    addLoss(groups, removalOf[asset]!, owner, bounds);
  };
  branches.forEach(({ cutBy }, position) => add(cutBy, assetCount + hubs.length + position, false));
  hubs.forEach(({ disturbedBy }, position) => {
    for (const asset of disturbedBy) add(asset, assetCount + position, true);
  });
  return removalOf;
}
