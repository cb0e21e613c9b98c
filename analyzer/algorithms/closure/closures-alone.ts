import type { BinaryLayout } from "./binary-layout.ts";
import { type ClosureSums, emptySums } from "./closure-sums.ts";
import { LossState } from "./loss-state.ts";

/** No limit to the size of cores: there are none. */
const anySize = 0x7fff_ffff;

/**
 * What the loss of each node of a layout brings in the end, worked out for every node from nothing. Where losses bring down
 * next to nothing this takes less than to plan a forest. Its kernel (`sweepAlone` of `closure-forest.as.ts`) gives the same,
 * and counts a group only where two of its members may be lost.
 *
 * @param workMost how many expansions it may take
 * @returns null as soon as it takes more
 *
 * Cost: the sum of all closures but those of nodes that bring nothing down.
 */
export function closuresAlone(layout: BinaryLayout, workMost: number): ClosureSums | null {
  const { nodeCount, criticalStart } = layout;
  const state = new LossState(layout);
  const sums = emptySums(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    if (criticalStart[node] === criticalStart[node + 1] && !state.hasSharesIn(node)) {
      state.recordOnTop(node, 0, sums);
      continue;
    }
    state.lose(node);
    state.expand(0, anySize);
    state.record(node, sums);
    state.undo(0, state.tail);
    state.people = 0;
    state.peopleUnknown = 0;
    state.boundBreaks = 0;
    if (state.expansions > workMost) return null;
  }
  sums.expansions = state.expansions;
  return sums;
}
