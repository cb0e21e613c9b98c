import { type KernelMemory, loadKernel } from "../wasm/load-kernel.ts";
import { MemoryPlan } from "../wasm/memory-plan.ts";
import type { BinaryLayout } from "./binary-layout.ts";
import { coreSizeLeast } from "./closure-forest.ts";
import { closureForestKernel } from "./closure-forest.wasm.gen.ts";
import type { ClosureSums } from "./closure-sums.ts";
import type { ForestPlan } from "./forest-plan.ts";
import { closuresAloneKernel } from "./closures-alone.wasm.gen.ts";
import { forestPlanKernel } from "./forest-plan.wasm.gen.ts";

interface PlanFunctions {
  setup(table: number): void;
  plan(nodeCount: number, seed: number): number;
  rootOfPlan(): number;
}

interface SweepFunctions {
  setup(table: number): void;
  prepare(nodeCount: number, sharedCount: number, words: number): void;
  sweep(firstRoot: number, coreSize: number): number;
}

interface AloneFunctions {
  setup(table: number, nodeCount: number, groupCount: number): void;
  sweepAlone(workMost: number): number;
}

/** How many nodes have numbers that leave room for a count of losses. */
const aloneNodesMost = 2 ** 22;

/** What the kernel keeps for each step of the way down, beside its words of bits. */
const frameBytes = 32;

/**
 * `forestPlan`, `closureForest` and `closuresAlone` compiled to WebAssembly (`forest-plan.as.ts` and so on) over one memory in
 * which a layout lies: the same answers. It can plan and sweep again and again.
 *
 * Space: about 220 bytes per node, 4 per edge or membership and 10 per counted group, until the object is let go.
 */
export class ClosureKernel {
  private constructor(
    readonly layout: BinaryLayout,
    readonly memory: KernelMemory,
    private readonly addresses: Addresses,
    private readonly planner: PlanFunctions,
    private readonly sweeper: SweepFunctions,
    private readonly alone: AloneFunctions,
  ) {}

  /**
   * Copies a layout into the kernel's memory. Null where the host has no WebAssembly or not the memory.
   *
   * @param used memory of a kernel that has done its work: to touch fresh memory takes as long as many a sweep
   */
  static place(layout: BinaryLayout, used: KernelMemory | null = null): ClosureKernel | null {
    const plans = new MemoryPlan();
    const addresses = planMemory(plans, layout);
    const planner = loadKernel<PlanFunctions>(forestPlanKernel, plans.bytes, used);
    if (planner === null) return null;
    const { memory } = planner;
    const sweeper = loadKernel<SweepFunctions>(closureForestKernel, plans.bytes, memory);
    const alone = loadKernel<AloneFunctions>(closuresAloneKernel, plans.bytes, memory);
    if (sweeper === null || alone === null) return null;
    const table = plans.fill(memory.buffer);
    const { nodeCount, failuresNeeded, slack } = layout;
    planner.functions.setup(table);
    sweeper.functions.setup(table);
    sweeper.functions.prepare(nodeCount, slack.length, wordsOf(layout));
    alone.functions.setup(table, nodeCount, failuresNeeded.length);
    return new ClosureKernel(layout, memory, addresses, planner.functions, sweeper.functions, alone.functions);
  }

  /** `forestPlan`. Its columns are views of the memory: the next plan overwrites them. */
  plan(seed = 7): ForestPlan {
    const { layout, addresses, planner } = this;
    const componentCount = planner.plan(layout.nodeCount, seed);
    return {
      componentCount,
      memberStart: this.numbers(addresses.memberStart, componentCount + 1),
      member: this.numbers(addresses.member, layout.nodeCount),
      firstChild: this.numbers(addresses.firstChild, componentCount),
      nextSibling: this.numbers(addresses.nextSibling, componentCount),
      firstRoot: planner.rootOfPlan(),
    };
  }

  /** `closureForest` of the plan made last. Its columns are views of the memory: whatever is swept next overwrites them. */
  sweep({ firstRoot }: ForestPlan, coreSize = coreSizeLeast): ClosureSums {
    return this.sums(this.sweeper.sweep(firstRoot, coreSize));
  }

  /**
   * `closuresAlone`: null where it takes more than `workMost` expansions, and for layouts with unequal shares, of more States
   * and sectors than 64 or of too many nodes. Views as those of `sweep`.
   */
  sweepAlone(workMost: number): ClosureSums | null {
    const { nodeCount, slack } = this.layout;
    const fits = slack.length === 0 && wordsOf(this.layout) === 1 && nodeCount < aloneNodesMost;
    if (!fits) return null;
    const expansions = this.alone.sweepAlone(workMost);
    return expansions < 0 ? null : this.sums(expansions);
  }

  private sums(expansions: number): ClosureSums {
    const { addresses, memory } = this;
    const { nodeCount } = this.layout;
    return {
      lost: this.numbers(addresses.lost, nodeCount),
      people: new Float64Array(memory.buffer, addresses.people, nodeCount),
      peopleUnknown: this.numbers(addresses.peopleUnknown, nodeCount),
      states: this.numbers(addresses.states, nodeCount),
      foreignStates: this.numbers(addresses.foreignStates, nodeCount),
      sectors: this.numbers(addresses.sectors, nodeCount),
      bounds: new Uint8Array(memory.buffer, addresses.bounds, nodeCount),
      expansions,
    };
  }

  private numbers(address: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address, length);
  }
}

/** Where the memory holds what is read from outside. */
interface Addresses {
  readonly memberStart: number;
  readonly member: number;
  readonly firstChild: number;
  readonly nextSibling: number;
  readonly lost: number;
  readonly people: number;
  readonly peopleUnknown: number;
  readonly states: number;
  readonly foreignStates: number;
  readonly sectors: number;
  readonly bounds: number;
}

/** Plans the memory in the order in which both kernels' `setup` read the table. */
function planMemory(plans: MemoryPlan, layout: BinaryLayout): Addresses {
  const { nodeCount } = layout;
  const numbers = (count = nodeCount): number => plans.scratch(4 * count);
  plans.copy(layout.criticalStart);
  plans.copy(layout.critical);
  const plan = {
    memberStart: numbers(nodeCount + 1),
    member: numbers(),
    firstChild: numbers(),
    nextSibling: numbers(),
  };
  planPlanning(plans, nodeCount);
  plans.copy(layout.countedStart);
  plans.copy(layout.counted);
  plans.copy(layout.countedOwner);
  plans.copy(layout.countedBounds);
  plans.copy(layout.sharedStart);
  plans.copy(layout.shared);
  plans.copy(layout.sharedUnits);
  plans.copy(layout.sharedOwner);
  plans.copy(layout.sharedBounds);
  plans.copy(layout.people);
  plans.copy(layout.mark);
  plans.copy(layout.homeClass);
  const { bits, stateBits } = classBits(layout);
  plans.copy(bits);
  plans.copy(stateBits);
  plans.copy(layout.failuresNeeded);
  plans.copy(layout.slack);
  planState(plans, layout);
  const sums = {
    lost: numbers(),
    people: plans.scratch(8 * nodeCount),
    peopleUnknown: numbers(),
    states: numbers(),
    foreignStates: numbers(),
    sectors: numbers(),
    bounds: plans.scratch(nodeCount),
  };
  plans.room(8 * wordsOf(layout));
  plans.room(8 * wordsOf(layout));
  const { pairs, large } = groupSigns(layout);
  plans.copy(pairs);
  plans.copy(large);
  plans.scratch(4 * layout.failuresNeeded.length);
  return { ...plan, ...sums };
}

/** What the planner alone works with: component, preorder, the way down, open nodes, samples, depth, estimate, last child. */
function planPlanning(plans: MemoryPlan, nodeCount: number): void {
  for (let column = 0; column < 6; column += 1) plans.scratch(4 * nodeCount);
  plans.scratch(8 * nodeCount);
  plans.scratch(8 * nodeCount);
  plans.scratch(4 * nodeCount);
  plans.scratch(8 * nodeCount);
  plans.scratch(4 * nodeCount);
}

/** What the sweep alone works with: cores, what is lost, what is put off, and a frame for each step of the way down. */
function planState(plans: MemoryPlan, layout: BinaryLayout): void {
  const { nodeCount } = layout;
  plans.scratch(4 * nodeCount);
  plans.scratch(4 * (nodeCount + 1));
  plans.room(nodeCount);
  for (let column = 0; column < 4; column += 1) plans.scratch(4 * nodeCount);
  plans.scratch((frameBytes + 16 * wordsOf(layout)) * nodeCount);
}

/** How many words of 64 bits the States and sectors of a class take. */
function wordsOf({ stateCount, sectorCount }: BinaryLayout): number {
  return Math.max(1, Math.ceil((stateCount + sectorCount) / 64));
}

/** [class, word] one bit per State and, after these, per sector, in words of 64 bits as halves; and which bits are States. */
function classBits(layout: BinaryLayout): { bits: Int32Array; stateBits: Int32Array } {
  const { classStateStart, classState, classSector, stateCount } = layout;
  const halves = 2 * wordsOf(layout);
  const bits = new Int32Array(halves * classSector.length);
  const mark = (row: Int32Array, bit: number): void => {
    row[bit >> 5]! |= 1 << (bit & 31);
  };
  classSector.forEach((sector, number) => {
    const row = bits.subarray(halves * number, halves * (number + 1));
    for (let at = classStateStart[number]!; at < classStateStart[number + 1]!; at += 1) mark(row, classState[at]!);
    if (sector >= 0) mark(row, stateCount + sector);
  });
  const stateBits = new Int32Array(halves);
  for (let state = 0; state < stateCount; state += 1) mark(stateBits, state);
  return { bits, stateBits };
}

/** [node] a bit of 64, as halves, for each counted group it is in: those that stand one loss, and those that stand more. */
function groupSigns({ nodeCount, countedStart, counted, failuresNeeded }: BinaryLayout) {
  const pairs = new Int32Array(2 * nodeCount);
  const large = new Int32Array(2 * nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let at = countedStart[node]!; at < countedStart[node + 1]!; at += 1) {
      const group = counted[at]!;
      const bit = Math.imul(group, goldenRatio) >>> 26;
      const signs = failuresNeeded[group] === 2 ? pairs : large;
      signs[2 * node + (bit >> 5)]! |= 1 << (bit & 31);
    }
  }
  return { pairs, large };
}

/** Spreads numbers that follow each other over all bits (Knuth, The Art of Computer Programming 3, section 6.4). */
const goldenRatio = 0x9e3779b1;
