import type { System } from "../../system/system.ts";
import { strongComponents } from "../components/strong-components.ts";

/**
 * Which members count as satisfied because their asset is `blackStart` and the provider lies in the asset's own strongly
 * connected component (model.md section 2, "One instant"). The graph has an edge for every dependency on an asset, and
 * every producer of a network leads to every non-producing asset of it (here through one extra node per network).
 *
 * @returns [member] 1 where the member counts as satisfied; a member that is a network never does
 *
 * Cost: O(assets + members + network nodes).
 */
export function ownLoopMembers(system: System): Uint8Array {
  const satisfied = new Uint8Array(system.memberGroup.length);
  if (!system.blackStart.includes(1)) return satisfied;
  const component = strongComponents(...supplyGraph(system, () => true));
  for (let member = 0; member < satisfied.length; member += 1) {
    const provider = system.memberProvider[member]!;
    const dependent = system.groupAsset[system.memberGroup[member]!]!;
    const own = provider >= 0 && component[provider] === component[dependent];
    if (own && system.blackStart[dependent] === 1) satisfied[member] = 1;
  }
  return satisfied;
}

/**
 * The graph "who holds up whom" over the assets that are kept: nodes 0..assets-1, then one node per network. Returned as
 * offsets and successors.
 */
export function supplyGraph(system: System, kept: (asset: number) => boolean): [Int32Array, Int32Array] {
  const assetCount = system.assetIds.length;
  const successors: number[][] = Array.from({ length: assetCount + system.networks.length }, () => []);
  for (let member = 0; member < system.memberGroup.length; member += 1) {
    const provider = system.memberProvider[member]!;
    const dependent = system.groupAsset[system.memberGroup[member]!]!;
    if (provider >= 0 && kept(provider) && kept(dependent)) successors[provider]!.push(dependent);
  }
  system.networks.forEach((network, position) => {
    for (const producer of network.producers) {
      const asset = network.nodeAsset[producer]!;
      if (kept(asset)) successors[asset]!.push(assetCount + position);
    }
    network.nodeAsset.forEach((asset, node) => {
      if (network.nodeMember[node] !== -1 && kept(asset)) successors[assetCount + position]!.push(asset);
    });
  });
  const start = new Int32Array(successors.length + 1);
  successors.forEach((list, node) => {
    start[node + 1] = start[node]! + list.length;
  });
  return [start, Int32Array.from(successors.flat())];
}
