import { type KernelMemory, loadKernel } from "../wasm/load-kernel.ts";
import { MemoryPlan } from "../wasm/memory-plan.ts";
import type { BinaryLayout } from "./binary-layout.ts";
import { coreSizeLeast } from "./closure-forest.ts";
import { closureForestKernel } from "./closure-forest.wasm.gen.ts";
import type { ClosureSums } from "./closure-sums.ts";
import type { ForestPlan } from "./forest-plan.ts";
import { noCore } from "./loss-state.ts";

interface ForestFunctions {
  setup(table: number): void;
  sweep(rootCount: number, sharedCount: number, coreSize: number): number;
}

/**
 * The memory of the last sweep, for the next one: to touch fresh memory takes as long as many a sweep. Memory for more than
 * about 150,000 nodes is let go.
 */
let keptMemory: KernelMemory | null = null;
const keptBytesMost = 2 ** 25;

/** A forest laid out in the kernel's memory: it can be swept again and again, and gives the same each time. */
export interface PlacedForest {
  sweep(): ClosureSums;
}

/**
 * `closureForest` compiled to WebAssembly (`closure-forest.as.ts`): the same steps and the same answers. Null where the
 * host has no WebAssembly or not the memory.
 */
export function closureKernel(layout: BinaryLayout, plan: ForestPlan, coreSize = coreSizeLeast): ClosureSums | null {
  const placed = placeForest(layout, plan, coreSize, keptMemory);
  if (placed === null) return null;
  keptMemory = placed.memory.buffer.byteLength <= keptBytesMost ? placed.memory : null;
  return placed.sweep();
}

/** Copies layout and plan into a kernel's memory. Of two forests in the same memory only the later may be swept. */
export function placeForest(
  layout: BinaryLayout,
  plan: ForestPlan,
  coreSize = coreSizeLeast,
  used: KernelMemory | null = null,
): (PlacedForest & { readonly memory: KernelMemory }) | null {
  const plans = new MemoryPlan();
  // In the order of the kernel's `setup`.
  for (const column of columnsOf(layout, plan)) plans.copy(column);
  const { nodeCount } = layout;
  const componentCount = plan.memberStart.length - 1;
  plans.copy(layout.failuresNeeded);
  plans.copy(layout.slack);
  const coreOf = plans.scratch(4 * nodeCount);
  plans.scratch(4 * (nodeCount + 1));
  plans.room(nodeCount);
  plans.room(4 * layout.classSector.length);
  plans.room(4 * layout.stateCount);
  plans.room(4 * layout.sectorCount);
  for (let column = 0; column < 8; column += 1) plans.scratch(4 * componentCount);
  plans.scratch(8 * componentCount);
  plans.scratch(4 * componentCount);
  plans.scratch(4 * componentCount);
  const addresses = {
    lost: plans.scratch(4 * nodeCount),
    people: plans.scratch(8 * nodeCount),
    peopleUnknown: plans.scratch(4 * nodeCount),
    states: plans.scratch(4 * nodeCount),
    foreignStates: plans.scratch(4 * nodeCount),
    sectors: plans.scratch(4 * nodeCount),
    bounds: plans.scratch(nodeCount),
  };
  const kernel = loadKernel<ForestFunctions>(closureForestKernel, plans.bytes, used);
  if (kernel === null) return null;
  const { functions, memory } = kernel;
  functions.setup(plans.fill(memory.buffer));
  /** The kernel counts on from sweep to sweep. */
  let expandedBefore = 0;
  return {
    memory,
    sweep: () => {
      const { buffer } = memory;
      new Int32Array(buffer, coreOf, nodeCount).fill(noCore);
      const expanded = functions.sweep(plan.roots.length, layout.slack.length, coreSize);
      const expansions = expanded - expandedBefore;
      expandedBefore = expanded;
      const whole = (address: number) => new Int32Array(buffer, address, nodeCount).slice();
      return {
        lost: whole(addresses.lost),
        people: new Float64Array(buffer, addresses.people, nodeCount).slice(),
        peopleUnknown: whole(addresses.peopleUnknown),
        states: whole(addresses.states),
        foreignStates: whole(addresses.foreignStates),
        sectors: whole(addresses.sectors),
        bounds: new Uint8Array(buffer, addresses.bounds, nodeCount).slice(),
        expansions,
      };
    },
  };
}

function columnsOf(layout: BinaryLayout, plan: ForestPlan) {
  return [
    layout.criticalStart,
    layout.critical,
    layout.countedStart,
    layout.counted,
    layout.countedOwner,
    layout.countedBounds,
    layout.sharedStart,
    layout.shared,
    layout.sharedUnits,
    layout.sharedOwner,
    layout.sharedBounds,
    layout.people,
    layout.mark,
    layout.homeClass,
    layout.classStateStart,
    layout.classState,
    layout.classSector,
    plan.memberStart,
    plan.member,
    plan.childStart,
    plan.child,
    plan.roots,
  ];
}
