import type { BinaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import { type ClosureSums, emptySums } from "../../analyzer/algorithms/closure/closure-sums.ts";

/**
 * What the loss of each node brings in the end, worked out node by node: the plain twin of `closureForest` and its oracle.
 * Every closure starts from nothing and is counted afterwards, with sets.
 *
 * Cost: the sum of all closures.
 */
export function singleClosures(layout: BinaryLayout): ClosureSums {
  const sums = emptySums(layout.nodeCount);
  for (let node = 0; node < layout.nodeCount; node += 1) {
    const closure = singleClosure(layout, [node]);
    countClosure(layout, node, closure, sums);
    sums.expansions += closure.nodes.length;
  }
  return sums;
}

/** What is lost in the end, and whether a group broke that only bounds. */
export interface SingleClosure {
  readonly nodes: readonly number[];
  readonly bounds: boolean;
}

/** What is lost in the end when all of `lost` are. O(edges and memberships of what is lost). */
export function singleClosure(layout: BinaryLayout, lost: readonly number[]): SingleClosure {
  const nodes = new Set(lost);
  const lostMembers = new Map<number, number>();
  const lostUnits = new Map<number, number>();
  let bounds = false;
  for (const node of nodes) {
    if ((layout.mark[node]! & 2) !== 0) bounds = true;
    for (const next of layout.critical.subarray(layout.criticalStart[node], layout.criticalStart[node + 1])) {
      nodes.add(next);
    }
    for (const group of layout.counted.subarray(layout.countedStart[node], layout.countedStart[node + 1])) {
      const members = (lostMembers.get(group) ?? 0) + 1;
      lostMembers.set(group, members);
      if (members < layout.failuresNeeded[group]!) continue;
      nodes.add(layout.countedOwner[group]!);
      if (layout.countedBounds[group] === 1) bounds = true;
    }
    for (let at = layout.sharedStart[node]!; at < layout.sharedStart[node + 1]!; at += 1) {
      const group = layout.shared[at]!;
      const units = (lostUnits.get(group) ?? 0) + layout.sharedUnits[at]!;
      lostUnits.set(group, units);
      if (units <= layout.slack[group]!) continue;
      nodes.add(layout.sharedOwner[group]!);
      if (layout.sharedBounds[group] === 1) bounds = true;
    }
  }
  return { nodes: [...nodes], bounds };
}

function countClosure(layout: BinaryLayout, source: number, { nodes, bounds }: SingleClosure, sums: ClosureSums): void {
  const { mark, homeClass, classStateStart, classState, classSector, people } = layout;
  const statesOf = (ofClass: number) => classState.subarray(classStateStart[ofClass], classStateStart[ofClass + 1]);
  const states = new Set<number>();
  const sectors = new Set<number>();
  const home = homeClass[source]!;
  let ownLeft = true;
  for (const node of nodes) {
    const own = mark[node]! >> 2;
    if (classSector[own] === -1) continue;
    sums.lost[source]! += 1;
    sums.people[source]! += people[node]!;
    sums.peopleUnknown[source]! += mark[node]! & 1;
    // The asset itself is not reached; which one of its class that is does not matter.
    if (own === home && ownLeft) {
      ownLeft = false;
      continue;
    }
    for (const state of statesOf(own)) states.add(state);
    sectors.add(classSector[own]!);
  }
  sums.states[source] = states.size;
  sums.foreignStates[source] = [...states].filter((state) => !statesOf(home).includes(state)).length;
  sums.sectors[source] = sectors.size;
  sums.bounds[source] = bounds ? 1 : 0;
}
