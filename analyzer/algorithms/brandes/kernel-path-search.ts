import type { Digraph } from "../digraph/digraph.ts";
import { type Kernel, loadKernel } from "../wasm/load-kernel.ts";
import { MemoryPlan } from "../wasm/memory-plan.ts";
import { far, type NodeMarks, type PathSearch, type PathSources } from "./path-search.ts";
import { pathSearchKernel } from "./path-search.wasm.gen.ts";

interface PathFunctions {
  setup(table: number): void;
  search(source: number, all: number): number;
  gather(from: number, sources: number): void;
  forget(): void;
  found(): number;
  touched(): number;
}

/** `PathSearch` compiled to WebAssembly (`path-search.as.ts`): the same steps and the same sums as `PlainPathSearch`. */
class KernelPathSearch implements PathSearch {
  edgesTouched = 0;

  constructor(
    private readonly functions: PathFunctions,
    readonly sums: Float64Array,
    private readonly abroad: Float64Array,
    private readonly abroadBehind: Float64Array,
  ) {}

  get found(): number {
    return this.functions.found();
  }

  search(source: number, all: number): number {
    const most = this.functions.search(source, all);
    this.edgesTouched += this.functions.touched();
    return most;
  }

  gather({ from, count, abroad, abroadBehind }: PathSources): void {
    this.abroad.set(abroad);
    this.abroadBehind.set(abroadBehind);
    this.functions.gather(from, count);
  }

  forget(): void {
    this.functions.forget();
  }
}

/** The kernel over a graph; null where the host has no WebAssembly or not the memory. 56 bytes per node, 8 per edge. */
export function kernelPathSearch(graph: Digraph, marks: NodeMarks, classCount: number): PathSearch | null {
  const nodeCount = graph.start.length - 1;
  const memory = new MemoryPlan();
  // In the order of the kernel's `setup`.
  memory.copy(graph.start);
  memory.copy(graph.successor);
  memory.copy(marks);
  memory.copy(new Int32Array(nodeCount).fill(far));
  memory.room(8 * nodeCount);
  const sums = memory.room(16 * nodeCount);
  memory.scratch(4 * (nodeCount + 1));
  memory.scratch(4 * graph.successor.length);
  memory.scratch(4 * nodeCount);
  memory.scratch(16 * nodeCount);
  const abroad = memory.room(8 * classCount);
  const abroadBehind = memory.room(8 * classCount);
  const kernel: Kernel<PathFunctions> | null = loadKernel<PathFunctions>(pathSearchKernel, memory.bytes);
  if (kernel === null) return null;
  const { buffer } = kernel.memory;
  kernel.functions.setup(memory.fill(buffer));
  const view = (address: number, length: number): Float64Array => new Float64Array(buffer, address, length);
  return new KernelPathSearch(
    kernel.functions,
    view(sums, 2 * nodeCount),
    view(abroad, classCount),
    view(abroadBehind, classCount),
  );
}
