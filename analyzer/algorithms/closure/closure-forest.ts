import type { BinaryLayout } from "./binary-layout.ts";
import { type ClosureSums, emptySums } from "./closure-sums.ts";
import type { ForestPlan } from "./forest-plan.ts";
import { LossState, noCore } from "./loss-state.ts";

/** How many nodes an expansion must add to become a core; any number is right. */
export const coreSizeLeast = 128;

/** No limit to the size of cores that may be met. */
const anySize = 0x7fff_ffff;

/**
 * What the loss of each node of a layout brings in the end, for all nodes at once: a closure forest with rollback
 * (performance.md 3.3).
 *
 * Losses only ever add up, so whoever is lost with a node takes along all that node takes along. A component is therefore
 * worked out on top of the state its parent in the plan left, recorded, and taken back. An expansion that added much is a
 * core; a component that runs into a large core that is not in the state is put off and worked out later on top of that
 * core, which at least doubles what it stands on, so that this ends.
 *
 * @param coreSize how many nodes an expansion must add to become a core: changes the work, never the answer
 *
 * Cost: what each closure adds to that of its parent, in place of all closures. Space: O(nodes + groups).
 */
export function closureForest(layout: BinaryLayout, plan: ForestPlan, coreSize = coreSizeLeast): ClosureSums {
  return new ForestSweep(layout, plan, coreSize).run();
}

class ForestSweep {
  private readonly state: LossState;
  private readonly sums: ClosureSums;
  private coreCount = 0;
  /** [core] the first component put off for it, and [component] the next one. */
  private readonly firstPutOff: Int32Array;
  private readonly nextPutOff: Int32Array;
  /** [depth] the path from the root: component, its next child, and what to go back to when it is left. */
  private readonly path: Int32Array;
  private readonly nextChild: Int32Array;
  private readonly core: Int32Array;
  private readonly kept: Int32Array;
  private readonly people: Float64Array;
  private readonly peopleUnknown: Int32Array;
  private readonly boundBreaks: Int32Array;

  constructor(
    layout: BinaryLayout,
    private readonly plan: ForestPlan,
    private readonly coreSize: number,
  ) {
    const componentCount = plan.memberStart.length - 1;
    this.state = new LossState(layout);
    this.sums = emptySums(layout.nodeCount);
    this.firstPutOff = new Int32Array(componentCount);
    this.nextPutOff = new Int32Array(componentCount);
    this.path = new Int32Array(componentCount);
    this.nextChild = new Int32Array(componentCount);
    this.core = new Int32Array(componentCount);
    this.kept = new Int32Array(componentCount);
    this.people = new Float64Array(componentCount);
    this.peopleUnknown = new Int32Array(componentCount);
    this.boundBreaks = new Int32Array(componentCount);
  }

  run(): ClosureSums {
    const { state, plan, sums } = this;
    for (const root of plan.roots) this.walk(root, noCore);
    // A component put off may be put off again, for a larger core: until none is left.
    for (let again = true; again; ) {
      again = false;
      for (let core = 0; core < this.coreCount; core += 1) {
        if (this.firstPutOff[core] === -1) continue;
        again = true;
        this.walkPutOff(core);
      }
    }
    sums.expansions = state.expansions;
    return sums;
  }

  /** Builds a core again and works out on top of it what was put off for it. */
  private walkPutOff(core: number): void {
    const { state } = this;
    let component = this.firstPutOff[core]!;
    this.firstPutOff[core] = -1;
    state.lose(state.coreNode[core]!);
    state.expand(0, anySize);
    while (component !== -1) {
      const next = this.nextPutOff[component]!;
      this.walk(component, core);
      component = next;
    }
    state.undo(0, state.tail);
    state.people = 0;
    state.peopleUnknown = 0;
    state.boundBreaks = 0;
  }

  /** Works out a component and all that stands on it, depth first. `base` is the core that the state is, if any. */
  private walk(root: number, base: number): void {
    const { childStart, child } = this.plan;
    const { path, nextChild, core } = this;
    let depth = this.enter(0, root, base) ? 0 : -1;
    while (depth >= 0) {
      const at = nextChild[depth]!;
      if (at === childStart[path[depth]! + 1]!) {
        this.leave(depth);
        depth -= 1;
        continue;
      }
      nextChild[depth] = at + 1;
      if (this.enter(depth + 1, child[at]!, core[depth]!)) depth += 1;
    }
  }

  /** Expands a component on top of the state and records it; false where it was put off and the state is as before. */
  private enter(depth: number, component: number, base: number): boolean {
    const { state, sums } = this;
    const { memberStart, member, childStart } = this.plan;
    const first = memberStart[component]!;
    const end = memberStart[component + 1]!;
    const kept = state.tail;
    this.kept[depth] = kept;
    this.people[depth] = state.people;
    this.peopleUnknown[depth] = state.peopleUnknown;
    this.boundBreaks[depth] = state.boundBreaks;
    for (let at = first; at < end; at += 1) state.lose(member[at]!);
    if (!state.expand(kept, Math.max(2 * kept, this.coreSize))) {
      this.takeBack(depth, state.head);
      this.putOff(component, state.metCore);
      return false;
    }
    const core = state.tail - kept >= this.coreSize ? this.newCore(member[first]!) : base;
    for (let at = first; at < end; at += 1) {
      const node = member[at]!;
      state.record(node, sums);
      state.coreOf[node] = core;
    }
    this.path[depth] = component;
    this.nextChild[depth] = childStart[component]!;
    this.core[depth] = core;
    return true;
  }

  private leave(depth: number): void {
    this.takeBack(depth, this.state.tail);
  }

  private takeBack(depth: number, head: number): void {
    const { state } = this;
    state.undo(this.kept[depth]!, head);
    state.people = this.people[depth]!;
    state.peopleUnknown = this.peopleUnknown[depth]!;
    state.boundBreaks = this.boundBreaks[depth]!;
  }

  private newCore(node: number): number {
    const core = this.coreCount;
    this.coreCount += 1;
    this.state.coreNode[core] = node;
    this.state.coreSize[core] = this.state.tail;
    this.firstPutOff[core] = -1;
    return core;
  }

  private putOff(component: number, core: number): void {
    const { memberStart, member } = this.plan;
    this.nextPutOff[component] = this.firstPutOff[core]!;
    this.firstPutOff[core] = component;
    for (let at = memberStart[component]!; at < memberStart[component + 1]!; at += 1) {
      this.state.coreOf[member[at]!] = core;
    }
  }
}
