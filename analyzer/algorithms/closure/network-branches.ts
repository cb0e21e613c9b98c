import type { Network } from "../../system/system.ts";
import { cutParts } from "../islands/cut-parts.ts";

/**
 * A part of an island that the removal of one node cuts off, and whose nodes only take or only give: what is left loses
 * nothing but what the part gave, and the part nothing but all it was given. Parts lie within one another or apart.
 */
export interface Branch {
  /** The node that cuts it off. */
  readonly cutBy: number;
  /** The smallest branch around it, -1 where there is none. */
  readonly within: number;
}

export interface NetworkBranches {
  readonly branches: readonly Branch[];
  /** [node] the smallest branch that holds the node, -1 where none does. */
  readonly branchOf: Int32Array;
  /** [node] 1 where its removal cuts off a branch; and where it cuts off anything that both takes and gives. */
  readonly cutsBranch: Uint8Array;
  readonly splits: Uint8Array;
}

/** What of a network matters to whom it binds, by node: 1 where it can leave the node short, 1 where it gives to such nodes. */
export interface TakersAndGivers {
  readonly takes: Uint8Array;
  readonly gives: Uint8Array;
}

/** A run of a depth-first order. */
interface Run {
  readonly cutBy: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What the removal of each node alone cuts off, in a network balanced as a whole whatever its directions. Parts that neither
 * take nor give are left out. A producer of unknown amount counts as one that takes too, where there is demand: without it
 * amounts would decide all at once.
 *
 * Cost: O(nodes + connections + branches log branches).
 */
export function networkBranches(network: Network, { takes, gives }: TakersAndGivers): NetworkBranches {
  const { nodeAsset, produced, consumers } = network;
  const { order, start, partFrom, partTo } = cutParts(network.neighbourStart, network.neighbour);
  const isUnknown = (node: number): boolean => consumers.length > 0 && Number.isNaN(produced[node]);
  const givingBefore = countsBefore(order, gives);
  const takingBefore = countsBefore(
    order,
    takes.map((taking, node) => (isUnknown(node) ? 1 : taking)),
  );
  const cutsBranch = new Uint8Array(nodeAsset.length);
  const splits = new Uint8Array(nodeAsset.length);
  const runs: Run[] = [];
  for (let node = 0; node < nodeAsset.length; node += 1) {
    const own: Run[] = [];
    for (let part = start[node]!; part < start[node + 1]!; part += 1) {
      const run = { cutBy: node, from: partFrom[part]!, to: partTo[part]! };
      const given = givingBefore[run.to]! > givingBefore[run.from]!;
      const taken = takingBefore[run.to]! > takingBefore[run.from]!;
      if (given && taken) splits[node] = 1;
      if (given || taken) own.push(run);
    }
    if (splits[node] === 1 || own.length === 0) continue;
    cutsBranch[node] = 1;
    runs.push(...own);
  }
  return { ...nested(runs, order), cutsBranch, splits };
}

/** [position] how many of the nodes before it in the order are marked. */
function countsBefore(order: Int32Array, marked: Uint8Array): Int32Array {
  const counts = new Int32Array(order.length + 1);
  order.forEach((node, position) => {
    counts[position + 1] = counts[position]! + marked[node]!;
  });
  return counts;
}

/** Runs that lie within one another or apart, as branches; and the smallest one around each node. */
function nested(runs: readonly Run[], order: Int32Array): Pick<NetworkBranches, "branches" | "branchOf"> {
  const sorted = runs.toSorted((x, y) => x.from - y.from || y.to - x.to);
  const branches: Branch[] = [];
  const branchOf = new Int32Array(order.length).fill(-1);
  const around: number[] = [];
  let next = 0;
  order.forEach((node, position) => {
    while (around.length > 0 && sorted[around.at(-1)!]!.to === position) around.pop();
    for (; sorted[next]?.from === position; next += 1) {
      branches.push({ cutBy: sorted[next]!.cutBy, within: around.at(-1) ?? -1 });
      around.push(next);
    }
    branchOf[node] = around.at(-1) ?? -1;
  });
  return { branches, branchOf };
}
