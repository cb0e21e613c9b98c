import type { Network, System } from "../../system/system.ts";
import { NetworkSupply } from "../islands/network-supply.ts";
import { type Branch, type NetworkBranches, networkBranches } from "./network-branches.ts";

/** An undisturbed island that binds somebody: what it lives on, as something that can be lost itself. */
export interface Hub {
  /** Assets that produce for it. */
  readonly producers: readonly number[];
  /** [producer] what each gives, above 0. */
  readonly amounts: readonly number[];
  /** [producer] the smallest branch it is on, -1 where it is on none. */
  readonly branches: readonly number[];
  /** What the producers must give together, or the members get less than they did. */
  readonly bar: number;
  /** True where the members get nothing once the hub is lost; otherwise they may get less, some of them or all. */
  readonly isTotal: boolean;
  /** Assets whose removal may leave somebody less, beyond what they produce. A shock removes; a failure does not. */
  readonly cutBy: readonly number[];
  /** Those of them that may disturb more than the branches they cut off. */
  readonly disturbedBy: readonly number[];
}

/** A part of an island that one asset's removal cuts off from the rest (`NetworkBranches`), by position in `NetworkHubs`. */
export interface HubBranch extends Branch {
  readonly hub: number;
}

/** What members that are networks live on: positions of hubs and branches, -1 where nothing binds or cuts them off. */
export interface NetworkHubs {
  readonly hubs: readonly Hub[];
  readonly branches: readonly HubBranch[];
  /** [member] its hub, and the smallest branch it is on. */
  readonly hubOfMember: Int32Array;
  readonly branchOfMember: Int32Array;
}

/**
 * Every undisturbed island with a producer and somebody it binds (model.md section 2, Networks). As long as the producers
 * at work give `min(P, D)` together and nothing cuts the island, nobody gets less than before. Where amounts do not
 * decide alone (directed networks, zones) the first producer lost counts as the loss of the hub: a bound.
 *
 * Cost: O(nodes + connections), and a solution of the undisturbed zones where there are any.
 */
export function networkHubs(system: System): NetworkHubs {
  const found = {
    hubs: [] as Hub[],
    branches: [] as HubBranch[],
    hubOfMember: new Int32Array(system.memberGroup.length).fill(-1),
    branchOfMember: new Int32Array(system.memberGroup.length).fill(-1),
  };
  const level = new Float64Array(system.assetIds.length).fill(1);
  const conducts = new Uint8Array(system.assetIds.length).fill(1);
  for (const network of system.networks) {
    const { islands, undisturbedRatio } = new NetworkSupply(network, { level, availability: level, conducts });
    // Fed from outside the data: always served (model.md: r0 = 0).
    const isBound = Uint8Array.from(network.nodeMember, (member, node) =>
      member !== -1 && undisturbedRatio[node]! > 0 ? 1 : 0,
    );
    addNetwork(network, islands.islandOf, isBound, found);
  }
  return found;
}

function addNetwork(
  network: Network,
  islandOf: Int32Array,
  isBound: Uint8Array,
  { hubs, branches, hubOfMember, branchOfMember }: { hubs: Hub[]; branches: HubBranch[] } & NetworkHubs,
): void {
  const bindingIslands = [...nodesByIsland(islandOf).values()].filter((nodes) => nodes.some((node) => isBound[node]));
  const hubOfNode = new Int32Array(network.nodeAsset.length).fill(-1);
  bindingIslands.forEach((nodes, position) => {
    for (const node of nodes) hubOfNode[node] = hubs.length + position;
  });
  const gives = new Uint8Array(network.nodeAsset.length);
  for (const node of network.producers) if (hubOfNode[node] !== -1) gives[node] = 1;
  const cuts = networkBranches(network, { takes: isBound, gives });
  const firstBranch = branches.length;
  const branchAt = (node: number): number =>
    isPlain(network) && cuts.branchOf[node] !== -1 ? firstBranch + cuts.branchOf[node]! : -1;
  hubs.push(...bindingIslands.map((nodes) => hubOf(network, nodes, cuts, branchAt)));
  if (isPlain(network)) {
    for (const { cutBy, within } of cuts.branches) {
      const around = within === -1 ? -1 : firstBranch + within;
      branches.push({ hub: hubOfNode[cutBy]!, within: around, cutBy: network.nodeAsset[cutBy]! });
    }
  }
  network.nodeMember.forEach((member, node) => {
    if (isBound[node] === 0) return;
    hubOfMember[member] = hubOfNode[node]!;
    branchOfMember[member] = branchAt(node);
  });
}

/** Whether all of an island has the same ratio. */
function isPlain(network: Network): boolean {
  return !network.directed && network.zones === null;
}

function nodesByIsland(islandOf: Int32Array): Map<number, number[]> {
  const nodesOf = new Map<number, number[]>();
  islandOf.forEach((island, node) => {
    const nodes = nodesOf.get(island);
    if (nodes === undefined) nodesOf.set(island, [node]);
    else nodes.push(node);
  });
  return nodesOf;
}

function hubOf(
  network: Network,
  nodes: readonly number[],
  cuts: NetworkBranches,
  branchAt: (node: number) => number,
): Hub {
  const { nodeAsset, produced, demand } = network;
  const makers = new Set(network.producers);
  const producers = nodes.filter((node) => makers.has(node));
  const demanded = nodes.reduce((sum, node) => sum + demand[node]!, 0);
  const supplied = producers.reduce((sum, node) => sum + produced[node]!, 0);
  const anyIsEnough = demanded === 0 || Number.isNaN(supplied);
  const plain = isPlain(network);
  const byAmounts = plain && !anyIsEnough;
  const giving = byAmounts ? producers.filter((node) => produced[node]! > 0) : producers;
  const amounts = giving.map((node) => (byAmounts ? produced[node]! : 1));
  const bar = byAmounts ? Math.min(supplied, demanded) : plain ? 1 : giving.length;
  // A producer of nothing is enough once its island has no demand left, as when the only consumer is removed.
  const isTotal = giving.length === producers.length && amounts.every((amount) => amount >= bar);
  // Without its only producer an island gives nothing, whatever else that producer's removal cuts. Without its only producer
  // of unknown amount, the known amounts decide all at once.
  const only = isTotal && giving.length === 1 ? giving[0] : undefined;
  const unknown = producers.filter((node) => Number.isNaN(produced[node]!));
  const disturbs = (node: number): boolean =>
    node !== only && ((unknown.length === 1 && unknown[0] === node) || removalDisturbs(network, node, cuts));
  return {
    producers: giving.map((node) => nodeAsset[node]!),
    amounts,
    branches: giving.map(branchAt),
    bar,
    isTotal,
    cutBy: nodes.filter((node) => cuts.cutsBranch[node] === 1 || disturbs(node)).map((node) => nodeAsset[node]!),
    disturbedBy: nodes.filter(disturbs).map((node) => nodeAsset[node]!),
  };
}

/** Whether others may get another share without the node, though it produces nothing and cuts no branch off. */
function removalDisturbs(network: Network, node: number, cuts: NetworkBranches): boolean {
  if (network.zones !== null || cuts.splits[node] === 1) return true;
  if (!network.directed) return false;
  return cuts.cutsBranch[node] === 1 || network.arcStart[node]! < network.arcStart[node + 1]!;
}
