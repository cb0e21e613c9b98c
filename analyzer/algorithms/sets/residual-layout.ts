import type { BinaryLayout } from "../closure/binary-layout.ts";

/**
 * What is left of a failures-only system once some nodes are lost for good: they bring nothing down any more, groups they
 * stood in have that much less to lose, and a group that stands no further loss makes each of its members critical. The
 * closure of a node in what is left is what its loss adds.
 *
 * @param isLost [node] 1 where it is lost, with all that its loss brings down
 * @param lost the nodes lost since `layout` was made; none of them was lost in it
 *
 * Cost: O(nodes + edges + memberships).
 */
export function residualLayout(layout: BinaryLayout, isLost: Uint8Array, lost: Int32Array): BinaryLayout {
  const failuresNeeded = layout.failuresNeeded.slice();
  const slack = layout.slack.slice();
  for (const node of lost) {
    for (let at = layout.countedStart[node]!; at < layout.countedStart[node + 1]!; at += 1) {
      failuresNeeded[layout.counted[at]!]! -= 1;
    }
    for (let at = layout.sharedStart[node]!; at < layout.sharedStart[node + 1]!; at += 1) {
      slack[layout.shared[at]!]! -= layout.sharedUnits[at]!;
    }
  }
  return { ...layout, failuresNeeded, slack, ...edges(layout, isLost, failuresNeeded), ...shares(layout, isLost) };
}

/** Critical edges and counted memberships of the nodes that are left, towards owners that are left. */
function edges(layout: BinaryLayout, isLost: Uint8Array, failuresNeeded: Uint8Array) {
  const { nodeCount, countedOwner } = layout;
  const criticalStart = new Int32Array(nodeCount + 1);
  const countedStart = new Int32Array(nodeCount + 1);
  const critical = new Int32Array(layout.critical.length + layout.counted.length);
  const counted = new Int32Array(layout.counted.length);
  let criticalCount = 0;
  let countedCount = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (isLost[node] === 0) {
      for (let edge = layout.criticalStart[node]!; edge < layout.criticalStart[node + 1]!; edge += 1) {
        const next = layout.critical[edge]!;
        critical[criticalCount] = next;
        criticalCount += 1 - isLost[next]!;
      }
      for (let at = layout.countedStart[node]!; at < layout.countedStart[node + 1]!; at += 1) {
        const group = layout.counted[at]!;
        const owner = countedOwner[group]!;
        if (isLost[owner] === 1) continue;
        if (failuresNeeded[group] === 1) {
          critical[criticalCount] = owner;
          criticalCount += 1;
        } else {
          counted[countedCount] = group;
          countedCount += 1;
        }
      }
    }
    criticalStart[node + 1] = criticalCount;
    countedStart[node + 1] = countedCount;
  }
  return {
    criticalStart,
    critical: critical.slice(0, criticalCount),
    countedStart,
    counted: counted.slice(0, countedCount),
  };
}

/** Shares of the nodes that are left in groups whose owner is left. */
function shares({ nodeCount, sharedStart, shared, sharedUnits, sharedOwner }: BinaryLayout, isLost: Uint8Array) {
  const start = new Int32Array(nodeCount + 1);
  const groups: number[] = [];
  const units: number[] = [];
  for (let node = 0; node < nodeCount; node += 1) {
    if (isLost[node] === 0) {
      for (let at = sharedStart[node]!; at < sharedStart[node + 1]!; at += 1) {
        if (isLost[sharedOwner[shared[at]!]!] === 1) continue;
        groups.push(shared[at]!);
        units.push(sharedUnits[at]!);
      }
    }
    start[node + 1] = groups.length;
  }
  return { sharedStart: start, shared: Int32Array.from(groups), sharedUnits: Float64Array.from(units) };
}
