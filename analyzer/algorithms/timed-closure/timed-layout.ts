import { groupByKey } from "../../model/group-by-key.ts";
import type { System } from "../../system/system.ts";
import { ownLoopMembers } from "../cascade/own-loop.ts";
import { type GroupRule, shortBy, systemGroupRule, taken } from "./group-rule.ts";
import { type NetworkGroup, type NetworkNodes, networkNodes } from "./network-nodes.ts";

/**
 * The part of a system in which every level is 0 or 1 (performance.md sections 2 and 4). Nodes are the assets, then those of
 * the networks: hubs (what an island lives on), branches (what one removal cuts off) and supplies (producers on a branch).
 * Groups are those of the system, then the ones by which these nodes fail. A member that is a network is the node of its
 * branch or hub. Members that nothing can take away, or that a `blackStart` asset does not need, count as given.
 */
export interface TimedLayout {
  readonly system: System;
  readonly nodeCount: number;
  /** [node] ticks from everything being back to the node itself. */
  readonly restartTicks: Float64Array;
  /** [asset + 1] branches that its removal, not its failure, cuts off: positions into `branchNode`. */
  readonly branchStart: Int32Array;
  readonly branchNode: Int32Array;
  /** [asset] 1 where its removal may leave somebody another share of a network, neither all nor nothing. */
  readonly disturbsNetwork: Uint8Array;

  /** [member of the system] the node behind it, -1 where it is given. */
  readonly memberNode: Int32Array;
  /** [group + 1] what can be taken from a group: positions into `inputNode` and `inputLagTicks`. */
  readonly inputStart: Int32Array;
  readonly inputNode: Int32Array;
  readonly inputLagTicks: Float64Array;

  /** [group] the node that fails with it. */
  readonly groupOwner: Int32Array;
  /** [group] how long its owner runs on from the tick at which it gives nothing: whole ticks. */
  readonly groupLastsTicks: Float64Array;
  /** [group] while the losses take less than this its supply is 1. */
  readonly groupSpare: Float64Array;
  /** [group] how far beyond that only the sum of its shares can tell; 0 where there is no doubt. */
  readonly groupDoubt: Float64Array;
  /** [group] 1 where being short leaves its owner at a level between 0 and 1, or may. */
  readonly groupPartial: Uint8Array;

  /** [node + 1] what a node feeds: positions into the arrays below. Groups that nothing leaves short are left out. */
  readonly feedStart: Int32Array;
  readonly feedGroup: Int32Array;
  readonly feedLagTicks: Float64Array;
  /** What the loss takes, a whole number: 1 where the group counts, else the share in units of the group. */
  readonly feedTakes: Float64Array;
}

/**
 * Lays out the binary part of a system.
 *
 * Cost: O(assets + members x log members of a group + nodes and connections of the networks).
 */
export function compileTimedLayout(system: System): TimedLayout {
  const assetCount = system.assetIds.length;
  const { hubs, branches, ...networks } = networkNodes(system);
  const memberNode = memberNodes(system, networks);
  const rules: readonly GroupRule[] = [
    ...Array.from(system.groupAsset, (_, group) => systemGroupRule(system, memberNode, group)),
    ...networks.groups.map(({ rule }) => rule),
  ];
  const restartTicks = new Float64Array(networks.nodeCount);
  restartTicks.set(system.restartTicks);
  const cut = groupByKey(
    branches.map(({ cutBy }) => cutBy),
    assetCount,
  );
  const disturbsNetwork = new Uint8Array(assetCount);
  for (const { disturbedBy } of hubs) for (const asset of disturbedBy) disturbsNetwork[asset] = 1;
  const feeds = feedsOf(system, memberNode, rules, networks.groups);
  return {
    system,
    nodeCount: networks.nodeCount,
    restartTicks,
    branchStart: cut.start,
    branchNode: cut.items.map((branch) => assetCount + hubs.length + branch),
    disturbsNetwork,
    memberNode,
    groupOwner: Int32Array.from([...system.groupAsset, ...networks.groups.map(({ owner }) => owner)]),
    groupLastsTicks: Float64Array.from(rules, (_, group) => lastsTicks(system.groupBufferTicks[group] ?? 0)),
    groupSpare: Float64Array.from(rules, ({ spare }) => spare),
    groupDoubt: Float64Array.from(rules, ({ doubt }) => doubt),
    groupPartial: Uint8Array.from(rules, ({ partial }) => (partial ? 1 : 0)),
    ...placeFeeds(feeds, networks.nodeCount, rules.length),
  };
}

/** As the event engine rounds a store that empties at full deficit. */
function lastsTicks(bufferTicks: number): number {
  return bufferTicks === 0 ? 0 : Math.max(1, Math.round(bufferTicks));
}

function memberNodes(system: System, { nodeOfMember }: Pick<NetworkNodes, "nodeOfMember">): Int32Array {
  const given = ownLoopMembers(system);
  return system.memberProvider.map((provider, member) => {
    if (given[member] === 1) return -1;
    return provider >= 0 ? provider : nodeOfMember[member]!;
  });
}

/** What nodes feed, one entry per input of a group that something can leave short. */
class Feeds {
  count = 0;
  readonly node: Int32Array;
  readonly group: Int32Array;
  readonly lagTicks: Float64Array;
  readonly takes: Float64Array;

  constructor(most: number) {
    this.node = new Int32Array(most);
    this.group = new Int32Array(most);
    this.lagTicks = new Float64Array(most);
    this.takes = new Float64Array(most);
  }

  add(node: number, group: number, lagTicks: number, takes: number): void {
    this.node[this.count] = node;
    this.group[this.count] = group;
    this.lagTicks[this.count] = lagTicks;
    this.takes[this.count] = takes;
    this.count += 1;
  }
}

function feedsOf(
  system: System,
  memberNode: Int32Array,
  rules: readonly GroupRule[],
  groups: readonly NetworkGroup[],
): Feeds {
  const { memberGroup, memberLagTicks, memberShare } = system;
  const feeds = new Feeds(memberGroup.length + groups.reduce((sum, { inputs }) => sum + inputs.length, 0));
  for (let member = 0; member < memberGroup.length; member += 1) {
    const group = memberGroup[member]!;
    if (memberNode[member] === -1 || rules[group]!.by === shortBy.nothing) continue;
    feeds.add(memberNode[member]!, group, memberLagTicks[member]!, taken(rules[group]!, memberShare[member]!));
  }
  groups.forEach(({ inputs, amounts, rule }, position) => {
    inputs.forEach((node, index) => {
      feeds.add(node, system.groupAsset.length + position, 0, taken(rule, amounts[index]!));
    });
  });
  return feeds;
}

type FeedColumns = "feedStart" | "feedGroup" | "feedLagTicks" | "feedTakes";
type InputColumns = "inputStart" | "inputNode" | "inputLagTicks";

function placeFeeds(
  feeds: Feeds,
  nodeCount: number,
  groupCount: number,
): Pick<TimedLayout, FeedColumns | InputColumns> {
  const byNode = groupByKey(feeds.node.subarray(0, feeds.count), nodeCount);
  const byGroup = groupByKey(feeds.group.subarray(0, feeds.count), groupCount);
  return {
    feedStart: byNode.start,
    feedGroup: byNode.items.map((feed) => feeds.group[feed]!),
    feedLagTicks: picked(feeds.lagTicks, byNode.items),
    feedTakes: picked(feeds.takes, byNode.items),
    inputStart: byGroup.start,
    inputNode: byGroup.items.map((feed) => feeds.node[feed]!),
    inputLagTicks: picked(feeds.lagTicks, byGroup.items),
  };
}

function picked(from: Float64Array, positions: Int32Array): Float64Array {
  const values = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at += 1) values[at] = from[positions[at]!]!;
  return values;
}
