import { blockTrials, generatorKey, purposes } from "../chance/chance.ts";
import { type Kernel, loadKernel } from "../wasm/load-kernel.ts";
import { MemoryPlan } from "../wasm/memory-plan.ts";
import type { Lanes } from "./lanes.ts";
import { firstWorlds } from "./marked-worlds.ts";
import { lanesKernel } from "./lanes.wasm.gen.ts";
import type { WorldSystem } from "./world-system.ts";

interface LanesKernel {
  place(table: number): void;
  run(block: number, world0: number, world1: number, world2: number, world3: number): number;
}

/** 128 worlds side by side in WebAssembly SIMD; `lanes.as` is the kernel, `PlainLanes` its twin. */
export class SimdLanes implements Lanes {
  readonly width = blockTrials;
  edgesTouched = 0;
  readonly lost: Int32Array;

  private constructor(
    private readonly kernel: Kernel<LanesKernel>,
    address: number,
    nodeCount: number,
  ) {
    this.lost = new Int32Array(kernel.memory.buffer, address, 4 * nodeCount);
  }

  /** Null where the host has no WebAssembly with SIMD, or not enough memory. O(nodes + edges). */
  static start(worlds: WorldSystem, seed: number): SimdLanes | null {
    const plan = new MemoryPlan();
    const lost = layOut(plan, worlds, seed);
    const kernel = loadKernel<LanesKernel>(lanesKernel, plan.bytes);
    if (kernel === null) return null;
    kernel.functions.place(plan.fill(kernel.memory.buffer));
    return new SimdLanes(kernel, lost, worlds.nodeAsset.length);
  }

  run(firstTrial: number, count: number): void {
    const marked = (word: number): number => firstWorlds(count - 32 * word);
    const block = firstTrial / blockTrials;
    this.edgesTouched += this.kernel.functions.run(block, marked(0), marked(1), marked(2), marked(3));
  }
}

/** Plans the memory in the order that the kernel's `place` reads. Returns the address of `lost`. */
function layOut(plan: MemoryPlan, worlds: WorldSystem, seed: number): number {
  const nodeCount = worlds.nodeAsset.length;
  const planeCount = worlds.planePreset.length;
  const preset = new Int32Array(4 * planeCount);
  worlds.planePreset.forEach((bit, plane) => preset.fill(-bit, 4 * plane, 4 * plane + 4));
  plan.copy(Int32Array.of(nodeCount, worlds.sourceNode.length, planeCount));
  plan.copy(worlds.sourceNode);
  plan.copy(worlds.sourceLikelihood);
  plan.copy(Int32Array.from(worlds.sourceKey));
  plan.copy(worlds.edgeStart);
  plan.copy(worlds.edgeNode);
  plan.copy(worlds.edgeGroup);
  plan.copy(Int32Array.from(worlds.edgeUnits));
  plan.copy(worlds.edgeLikelihood);
  plan.copy(Int32Array.from(worlds.edgeKey));
  plan.copy(worlds.planeStart);
  plan.copy(preset);
  const lost = plan.room(16 * nodeCount);
  plan.room(16 * nodeCount);
  plan.room(16 * planeCount);
  plan.room(4 * Math.ceil(nodeCount / 32));
  plan.copy(Int32Array.of(...generatorKey(seed, purposes.shock), ...generatorKey(seed, purposes.transmission)));
  plan.room(16 * worlds.edgeNode.length);
  plan.room(4 * worlds.edgeNode.length);
  plan.room(4 * Math.ceil(nodeCount / 1024));
  return lost;
}
