import type { BinaryLayout } from "./binary-layout.ts";
import { closureForest } from "./closure-forest.ts";
import { closureKernel } from "./closure-kernel.ts";
import type { ClosureSums } from "./closure-sums.ts";
import { forestPlan } from "./forest-plan.ts";

/**
 * What the loss of each node of a layout brings in the end: the kernel in WebAssembly where the host has it, else its
 * TypeScript twin. The answers are the same to the bit.
 *
 * Cost: see `forestPlan` and `closureForest`.
 */
export function allClosures(layout: BinaryLayout): ClosureSums {
  const plan = forestPlan(layout);
  return closureKernel(layout, plan) ?? closureForest(layout, plan);
}
