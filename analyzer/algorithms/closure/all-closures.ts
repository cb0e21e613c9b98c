import type { KernelMemory } from "../wasm/load-kernel.ts";
import type { BinaryLayout } from "./binary-layout.ts";
import { closureForest } from "./closure-forest.ts";
import { ClosureKernel } from "./closure-kernel.ts";
import type { ClosureSums } from "./closure-sums.ts";
import { closuresAlone } from "./closures-alone.ts";
import { forestPlan } from "./forest-plan.ts";

/** Memory that one question after the other is worked out in. */
export interface ClosureRoom {
  memory: KernelMemory | null;
}

/**
 * What the loss of each node of a layout brings in the end: by kernels in WebAssembly where the host has it, else by their
 * TypeScript twins. The answers are the same to the bit.
 *
 * @param room memory to work in; who gives the same room again has done with the answer before
 *
 * Cost: see `closuresOf`.
 */
export function allClosures(layout: BinaryLayout, room: ClosureRoom = { memory: null }): ClosureSums {
  const kernel = ClosureKernel.place(layout, room.memory);
  room.memory = kernel?.memory ?? null;
  return kernel === null ? plainClosures(layout) : closuresOf(kernel);
}

/**
 * Works all closures out of a layout that lies in a kernel. Where a loss takes less than one asset along at once in the mean,
 * closures stay small but for a few: each is worked out alone, unless that turns out to take more than `aloneMost`
 * expansions a node. Elsewhere, and then, all stand on one another in a forest.
 *
 * Cost: O(nodes + edges) and what `closureForest` takes.
 */
export function closuresOf(kernel: ClosureKernel): ClosureSums {
  const alone = isSparse(kernel.layout) ? kernel.sweepAlone(aloneMost * kernel.layout.nodeCount) : null;
  return alone ?? kernel.sweep(kernel.plan());
}

/** `closuresOf` without a kernel. */
export function plainClosures(layout: BinaryLayout): ClosureSums {
  const alone = isSparse(layout) ? closuresAlone(layout, aloneMost * layout.nodeCount) : null;
  return alone ?? closureForest(layout, forestPlan(layout));
}

/** Expansions a node that are not worth a forest. */
const aloneMost = 4;

/** Whether a loss takes less than one other along at once in the mean. */
function isSparse({ critical, nodeCount }: BinaryLayout): boolean {
  return critical.length < nodeCount;
}
