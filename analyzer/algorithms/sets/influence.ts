import type { Network, System } from "../../system/system.ts";
import { strongComponents } from "../components/strong-components.ts";

/**
 * Who can be changed by whom at all. Nodes are the assets, then the connected parts of the networks, undisturbed and
 * directions ignored: an asset leads to the assets that depend on it and to the parts it stands in, a part to the assets
 * that take its commodity.
 */
export interface Influence {
  readonly assetCount: number;
  readonly nodeCount: number;
  /** [node + 1] offsets into `successor`. */
  readonly start: Int32Array;
  readonly successor: Int32Array;
  /** [network][node of the network] the node of its part. */
  readonly partOf: readonly Int32Array[];
}

/** O(assets + members + connections). */
export function influenceOf(system: System): Influence {
  const assetCount = system.assetIds.length;
  const successors: number[][] = Array.from({ length: assetCount }, () => []);
  for (let member = 0; member < system.memberGroup.length; member += 1) {
    const provider = system.memberProvider[member]!;
    if (provider >= 0) successors[provider]!.push(system.groupAsset[system.memberGroup[member]!]!);
  }
  const partOf = system.networks.map((network) => {
    const part = connectedParts(network, successors.length);
    network.nodeAsset.forEach((asset, node) => {
      while (successors.length <= part[node]!) successors.push([]);
      successors[asset]!.push(part[node]!);
      if (network.nodeMember[node] !== -1) successors[part[node]!]!.push(asset);
    });
    return part;
  });
  const start = new Int32Array(successors.length + 1);
  successors.forEach((list, node) => {
    start[node + 1] = start[node]! + list.length;
  });
  const successor = new Int32Array(start[successors.length]!);
  successors.forEach((list, node) => successor.set(list, start[node]));
  return { assetCount, nodeCount: successors.length, start, successor, partOf };
}

/** Numbers from `first` on for the connected parts of a network, by their first node. */
function connectedParts({ nodeAsset, neighbourStart, neighbour }: Network, first: number): Int32Array {
  const part = new Int32Array(nodeAsset.length).fill(-1);
  const queue = new Int32Array(nodeAsset.length);
  let next = first;
  for (let root = 0; root < part.length; root += 1) {
    if (part[root] !== -1) continue;
    part[root] = next;
    queue[0] = root;
    for (let head = 0, tail = 1; head < tail; head += 1) {
      const node = queue[head]!;
      for (let edge = neighbourStart[node]!; edge < neighbourStart[node + 1]!; edge += 1) {
        const other = neighbour[edge]!;
        if (part[other] !== -1) continue;
        part[other] = next;
        queue[tail] = other;
        tail += 1;
      }
    }
    next += 1;
  }
  return part;
}

/**
 * For every node no less than the summed worth of all assets it can change, itself included; what can be reached in two
 * ways may count twice, but nothing exceeds the sum over all assets.
 *
 * @param worth [asset] 0 or more
 * @returns [node]
 * Cost: O(nodes + successors).
 */
export function downstreamWorth(influence: Influence, worth: Float64Array): Float64Array {
  const { assetCount, nodeCount, start, successor } = influence;
  const component = strongComponents(start, successor);
  let all = 0;
  for (const own of worth) all += own;
  // Components come in reverse topological order: by ascending number, all that a node leads to is worked out before it.
  const order = Array.from({ length: nodeCount }, (_, node) => node).sort((x, y) => component[x]! - component[y]!);
  const sums = new Float64Array(nodeCount);
  const countedFor = new Int32Array(nodeCount).fill(-1);
  for (const node of order) {
    const own = component[node]!;
    if (node < assetCount) sums[own]! += worth[node]!;
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const other = component[successor[edge]!]!;
      if (other === own || countedFor[other] === own) continue;
      countedFor[other] = own;
      sums[own]! += sums[other]!;
    }
    sums[own] = Math.min(all, sums[own]!);
  }
  return Float64Array.from(component, (own) => sums[own]!);
}
