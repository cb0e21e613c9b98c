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
  edgesTouched(): number;
}

/** Bytes of a coin, and of a key schedule of the generator. */
const coinBytes = 32;
const scheduleBytes = 384;

/** 128 worlds side by side in WebAssembly SIMD; `lanes.as` is the kernel, `PlainLanes` its twin. */
export class SimdLanes implements Lanes {
  readonly width = blockTrials;
  edgesTouched = 0;
  readonly lost: Int32Array;
  lostCount = 0;
  readonly lostNodes: Int32Array;

  private constructor(
    private readonly kernel: Kernel<LanesKernel>,
    { lost, lostNodes }: Results,
    nodeCount: number,
  ) {
    this.lost = new Int32Array(kernel.memory.buffer, lost, 4 * nodeCount);
    this.lostNodes = new Int32Array(kernel.memory.buffer, lostNodes, nodeCount);
  }

  /** Null where the host has no WebAssembly with SIMD, or not enough memory. O(nodes + edges). */
  static start(worlds: WorldSystem, seed: number): SimdLanes | null {
    const plan = new MemoryPlan();
    const results = layOut(plan, worlds, seed);
    const kernel = loadKernel<LanesKernel>(lanesKernel, plan.bytes);
    if (kernel === null) return null;
    kernel.functions.place(plan.fill(kernel.memory.buffer));
    return new SimdLanes(kernel, results, worlds.nodeAsset.length);
  }

  run(firstTrial: number, count: number): void {
    const { functions } = this.kernel;
    const marked = (word: number): number => firstWorlds(count - 32 * word);
    this.lostCount = functions.run(firstTrial / blockTrials, marked(0), marked(1), marked(2), marked(3));
    this.edgesTouched += functions.edgesTouched();
  }
}

/** Addresses of what a run finds. */
interface Results {
  readonly lost: number;
  readonly lostNodes: number;
}

/** Plans the memory in the order that the kernel's `place` reads. */
function layOut(plan: MemoryPlan, worlds: WorldSystem, seed: number): Results {
  const nodeCount = worlds.nodeAsset.length;
  const sourceCount = worlds.sourceNode.length;
  const planeCount = worlds.planePreset.length;
  const preset = new Int32Array(4 * planeCount);
  worlds.planePreset.forEach((bit, plane) => preset.fill(-bit, 4 * plane, 4 * plane + 4));
  const keys = [generatorKey(seed, purposes.shock), generatorKey(seed, purposes.transmission)];
  plan.copy(Int32Array.of(nodeCount, sourceCount, ...keys.flat()));
  plan.copy(worlds.sourceNode);
  plan.copy(worlds.sourceLikelihood);
  plan.copy(Int32Array.from(worlds.sourceKey));
  plan.copy(worlds.edgeStart);
  plan.copy(worlds.edgeNode.map((node, edge) => (worlds.edgeGroup[edge]! < 0 ? node : ~node)));
  plan.copy(worlds.edgeGroup);
  plan.copy(Int32Array.from(worlds.edgeUnits));
  plan.copy(worlds.edgeLikelihood);
  plan.copy(Int32Array.from(worlds.edgeKey));
  plan.copy(worlds.planeStart);
  plan.copy(preset);
  const lost = plan.room(16 * nodeCount);
  const lostNodes = plan.scratch(4 * nodeCount);
  plan.room(16 * nodeCount);
  plan.scratch(16 * planeCount);
  plan.room(4 * (worlds.planeStart.length - 1));
  plan.room(4 * Math.ceil(nodeCount / 32));
  plan.room(4 * Math.ceil(nodeCount / 1024));
  plan.scratch(2 * scheduleBytes);
  plan.scratch(coinBytes * (worlds.edgeNode.length + 1));
  plan.scratch(4 * worlds.edgeNode.length);
  plan.room(4 * nodeCount);
  return { lost, lostNodes };
}
