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

/**
 * `closureForest` compiled to WebAssembly (`closure-forest.as.ts`): the same steps and the same answers. Null where the
 * host has no WebAssembly or not the memory.
 */
export function closureKernel(layout: BinaryLayout, plan: ForestPlan, coreSize = coreSizeLeast): ClosureSums | null {
  const memory = new MemoryPlan();
  // In the order of the kernel's `setup`.
  for (const column of columnsOf(layout, plan)) memory.copy(column);
  const { nodeCount } = layout;
  const componentCount = plan.memberStart.length - 1;
  memory.copy(layout.failuresNeeded);
  memory.copy(layout.slack);
  memory.copy(new Int32Array(nodeCount).fill(noCore));
  memory.scratch(4 * (nodeCount + 1));
  memory.room(nodeCount);
  memory.room(4 * layout.classSector.length);
  memory.room(4 * layout.stateCount);
  memory.room(4 * layout.sectorCount);
  for (let column = 0; column < 8; column += 1) memory.scratch(4 * componentCount);
  memory.scratch(8 * componentCount);
  memory.scratch(4 * componentCount);
  memory.scratch(4 * componentCount);
  const addresses = {
    lost: memory.scratch(4 * nodeCount),
    people: memory.scratch(8 * nodeCount),
    peopleUnknown: memory.scratch(4 * nodeCount),
    states: memory.scratch(4 * nodeCount),
    foreignStates: memory.scratch(4 * nodeCount),
    sectors: memory.scratch(4 * nodeCount),
    bounds: memory.scratch(nodeCount),
  };
  const kernel = loadKernel<ForestFunctions>(closureForestKernel, memory.bytes, keptMemory);
  if (kernel === null) return null;
  keptMemory = memory.bytes <= keptBytesMost ? kernel.memory : null;
  const { buffer } = kernel.memory;
  kernel.functions.setup(memory.fill(buffer));
  const expansions = kernel.functions.sweep(plan.roots.length, layout.slack.length, coreSize);
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
