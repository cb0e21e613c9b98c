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
 * core, which at least doubles what it stands on, so that this ends. What nothing stands on is only looked at where its loss
 * brings nothing more down.
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
  /** [depth] the path from the root: the next child of the component there, and what to go back to when it is left. */
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
    const { componentCount } = plan;
    this.state = new LossState(layout);
    this.sums = emptySums(layout.nodeCount);
    this.firstPutOff = new Int32Array(componentCount);
    this.nextPutOff = new Int32Array(componentCount);
    this.nextChild = new Int32Array(componentCount);
    this.core = new Int32Array(componentCount);
    this.kept = new Int32Array(componentCount);
    this.people = new Float64Array(componentCount);
    this.peopleUnknown = new Int32Array(componentCount);
    this.boundBreaks = new Int32Array(componentCount);
  }

  run(): ClosureSums {
    const { state, plan, sums } = this;
    const { member, memberStart, nextSibling, firstRoot } = plan;
    for (let root = firstRoot; root !== -1; root = nextSibling[root]!) {
      // Nothing leads on from a root of one node, and a counted group stands one loss.
      const node = member[memberStart[root]!]!;
      if (this.isLeaf(root) && !state.hasSharesIn(node)) state.recordOnTop(node, 0, sums);
      else this.walk(root, noCore);
    }
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
    const { nextSibling, member, memberStart } = this.plan;
    const { nextChild, core, state, sums } = this;
    let depth = this.enter(0, root, base) ? 0 : -1;
    while (depth >= 0) {
      const next = nextChild[depth]!;
      if (next === -1) {
        this.takeBack(depth, state.tail);
        depth -= 1;
        continue;
      }
      nextChild[depth] = nextSibling[next]!;
      if (this.isLeaf(next) && state.recordLeaf(member[memberStart[next]!]!, core[depth]!, sums)) continue;
      if (this.enter(depth + 1, next, core[depth]!)) depth += 1;
    }
  }

  /** One node that nothing stands on. */
  private isLeaf(component: number): boolean {
    const { memberStart, firstChild } = this.plan;
    return memberStart[component + 1] === memberStart[component]! + 1 && firstChild[component] === -1;
  }

  /** Expands a component on top of the state and records it; false where it was put off and the state is as before. */
  private enter(depth: number, component: number, base: number): boolean {
    const { state, sums } = this;
    const { memberStart, member, firstChild } = this.plan;
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
    this.nextChild[depth] = firstChild[component]!;
    this.core[depth] = core;
    return true;
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
