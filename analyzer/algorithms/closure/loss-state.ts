import type { BinaryLayout } from "./binary-layout.ts";
import type { ClosureSums } from "./closure-sums.ts";

/** No core holds the node, or none is in the way. */
export const noCore = -1;

/**
 * What is lost, as a trail that grows by `expand` and is taken back by `undo`, with the counters that follow from it. All
 * fields belong to the forest sweep, which saves and restores the sums; fields and flat methods in place of closures, since
 * this is where all the time goes.
 */
export class LossState {
  /** Lost nodes in the order of loss: `trail[0]` up to, not including, `trail[tail]`. */
  readonly trail: Int32Array;
  tail = 0;
  /** How many nodes of the trail were worked through when `expand` stopped. */
  head = 0;
  /** The core `expand` ran into. */
  metCore = noCore;
  /** Sums over the trail as worked through; the caller restores them after `undo`. */
  people = 0;
  peopleUnknown = 0;
  boundBreaks = 0;
  expansions = 0;

  /** [node] the core whose nodes its closure holds, `noCore` where none is known. */
  readonly coreOf: Int32Array;
  /** [core] a node that is lost only with the whole core, and how many nodes are. */
  readonly coreNode: Int32Array;
  readonly coreSize: Int32Array;

  private readonly isLost: Uint8Array;
  /** [counted group] losses it still stands. */
  private readonly remaining: Uint8Array;
  /** [shared group] units it can still lose; below 0 once broken. */
  private readonly slack: Float64Array;
  /** [class] lost nodes; [State], [sector] classes with any. */
  private readonly classLost: Int32Array;
  private readonly stateClasses: Int32Array;
  private readonly sectorClasses: Int32Array;
  private states = 0;
  private sectors = 0;
  /** Lost nodes that are no asset. */
  private others = 0;

  constructor(private readonly layout: BinaryLayout) {
    const { nodeCount, classSector, stateCount, sectorCount } = layout;
    this.trail = new Int32Array(nodeCount + 1);
    this.coreOf = new Int32Array(nodeCount).fill(noCore);
    this.coreNode = new Int32Array(nodeCount);
    this.coreSize = new Int32Array(nodeCount);
    this.isLost = new Uint8Array(nodeCount);
    this.remaining = layout.failuresNeeded.slice();
    this.slack = layout.slack.slice();
    this.classLost = new Int32Array(classSector.length);
    this.stateClasses = new Int32Array(stateCount);
    this.sectorClasses = new Int32Array(sectorCount);
  }

  /** Puts a node on the trail, once. */
  lose(node: number): void {
    this.trail[this.tail] = node;
    this.tail += 1 - this.isLost[node]!;
    this.isLost[node] = 1;
  }

  /**
   * Works through the trail from `head` on until nothing more is lost. Returns false where it met a node whose closure holds
   * a core of more than `sizeLimit` nodes that are not lost: then `metCore` says which, and `head` how far it got.
   *
   * Cost: O(edges and memberships of the nodes worked through).
   */
  expand(head: number, sizeLimit: number): boolean {
    const { trail, isLost, remaining, coreOf, coreSize, coreNode, classLost } = this;
    const { criticalStart, critical, countedStart, counted, countedOwner, countedBounds, people, mark } = this.layout;
    const hasShares = this.slack.length > 0;
    const from = head;
    let tail = this.tail;
    let peopleSum = this.people;
    let unknown = this.peopleUnknown;
    let boundBreaks = this.boundBreaks;
    let complete = true;
    for (; head < tail; head += 1) {
      const node = trail[head]!;
      const core = coreOf[node]!;
      if (core >= 0 && coreSize[core]! > sizeLimit && isLost[coreNode[core]!] === 0) {
        this.metCore = core;
        complete = false;
        break;
      }
      const marks = mark[node]!;
      peopleSum += people[node]!;
      unknown += marks & 1;
      boundBreaks += (marks >> 1) & 1;
      const lostBefore = classLost[marks >> 2]!;
      classLost[marks >> 2] = lostBefore + 1;
      if (marks >> 2 === 0) this.others += 1;
      if (lostBefore === 0) this.enterClass(marks >> 2);
      // Written without a branch: the node is put down in any case, and kept where it was not lost yet.
      for (let edge = criticalStart[node]!, end = criticalStart[node + 1]!; edge < end; edge += 1) {
        const next = critical[edge]!;
        trail[tail] = next;
        tail += 1 - isLost[next]!;
        isLost[next] = 1;
      }
      for (let at = countedStart[node]!, end = countedStart[node + 1]!; at < end; at += 1) {
        const group = counted[at]!;
        const left = remaining[group]! - 1;
        remaining[group] = left;
        if (left !== 0) continue;
        const owner = countedOwner[group]!;
        trail[tail] = owner;
        tail += 1 - isLost[owner]!;
        isLost[owner] = 1;
        boundBreaks += countedBounds[group]!;
      }
      if (!hasShares) continue;
      this.tail = tail;
      boundBreaks += this.loseShares(node);
      tail = this.tail;
    }
    this.head = head;
    this.tail = tail;
    this.people = peopleSum;
    this.peopleUnknown = unknown;
    this.boundBreaks = boundBreaks;
    this.expansions += head - from;
    return complete;
  }

  /**
   * Takes the trail back to its first `kept` nodes, of which those up to `head` had been worked through. The sums are for the
   * caller to restore.
   */
  undo(kept: number, head: number): void {
    const { trail, isLost, remaining, classLost, slack } = this;
    const { countedStart, counted, mark, sharedStart, shared, sharedUnits } = this.layout;
    const hasShares = slack.length > 0;
    let tail = this.tail;
    for (; tail > head; tail -= 1) isLost[trail[tail - 1]!] = 0;
    for (; tail > kept; tail -= 1) {
      const node = trail[tail - 1]!;
      isLost[node] = 0;
      const own = mark[node]! >> 2;
      const lostLeft = classLost[own]! - 1;
      classLost[own] = lostLeft;
      if (own === 0) this.others -= 1;
      if (lostLeft === 0) this.leaveClass(own);
      for (let at = countedStart[node]!, end = countedStart[node + 1]!; at < end; at += 1) {
        const group = counted[at]!;
        remaining[group] = remaining[group]! + 1;
      }
      if (!hasShares) continue;
      for (let at = sharedStart[node]!; at < sharedStart[node + 1]!; at += 1) slack[shared[at]!]! += sharedUnits[at]!;
    }
    this.tail = tail;
  }

  /** Notes what the trail as a whole brings, as the consequences of losing `node`. */
  record(node: number, sums: ClosureSums): void {
    const { homeClass, classStateStart, classState, classSector } = this.layout;
    const home = homeClass[node]!;
    // Where no other asset of its class is lost, a State that only this class reaches is not reached by others.
    const isAlone = this.classLost[home] === 1;
    const sector = classSector[home]!;
    let states = this.states;
    for (let at = classStateStart[home]!; at < classStateStart[home + 1]!; at += 1) {
      if (isAlone && this.stateClasses[classState[at]!] === 1) states -= 1;
    }
    sums.lost[node] = this.tail - this.others;
    sums.people[node] = this.people;
    sums.peopleUnknown[node] = this.peopleUnknown;
    sums.states[node] = states;
    sums.foreignStates[node] = this.states - (classStateStart[home + 1]! - classStateStart[home]!);
    sums.sectors[node] = isAlone && sector >= 0 && this.sectorClasses[sector] === 1 ? this.sectors - 1 : this.sectors;
    sums.bounds[node] = this.boundBreaks > 0 ? 1 : 0;
  }

  /** Whether the node has unequal shares in a group. */
  hasSharesIn(node: number): boolean {
    const { sharedStart } = this.layout;
    return sharedStart[node] !== sharedStart[node + 1];
  }

  /**
   * Records a node that brings nothing down beyond what is lost already, without losing it; false where it would bring
   * something down, or where only an expansion can tell. `base` is the core that the state is, if any.
   */
  recordLeaf(node: number, base: number, sums: ClosureSums): boolean {
    const { isLost, remaining } = this;
    const { criticalStart, critical, countedStart, counted, countedOwner, countedBounds } = this.layout;
    if (isLost[node] === 1 || this.hasSharesIn(node)) return false;
    for (let edge = criticalStart[node]!; edge < criticalStart[node + 1]!; edge += 1) {
      if (isLost[critical[edge]!] === 0) return false;
    }
    let breaks = 0;
    for (let at = countedStart[node]!; at < countedStart[node + 1]!; at += 1) {
      const group = counted[at]!;
      if (remaining[group] !== 1) continue;
      if (isLost[countedOwner[group]!] === 0) return false;
      breaks += countedBounds[group]!;
    }
    this.recordOnTop(node, breaks, sums);
    this.coreOf[node] = base;
    this.expansions += 1;
    return true;
  }

  /** Records what the state and one more node come to, which adds `breaks` of groups that only bound. */
  recordOnTop(node: number, breaks: number, sums: ClosureSums): void {
    const { mark, people, classStateStart, classState } = this.layout;
    const marks = mark[node]!;
    const own = marks >> 2;
    if (own === 0) {
      this.record(node, sums);
    } else {
      let foreign = this.states;
      for (let at = classStateStart[own]!; at < classStateStart[own + 1]!; at += 1) {
        if (this.stateClasses[classState[at]!]! > 0) foreign -= 1;
      }
      sums.lost[node] = this.tail - this.others + 1;
      sums.people[node] = this.people + people[node]!;
      sums.peopleUnknown[node] = this.peopleUnknown + (marks & 1);
      sums.states[node] = this.states;
      sums.foreignStates[node] = foreign;
      sums.sectors[node] = this.sectors;
    }
    sums.bounds[node] = this.boundBreaks + ((marks >> 1) & 1) + breaks > 0 ? 1 : 0;
  }

  private loseShares(node: number): number {
    const { sharedStart, shared, sharedUnits, sharedOwner, sharedBounds } = this.layout;
    let boundBreaks = 0;
    for (let at = sharedStart[node]!; at < sharedStart[node + 1]!; at += 1) {
      const group = shared[at]!;
      const before = this.slack[group]!;
      const after = before - sharedUnits[at]!;
      this.slack[group] = after;
      if (after >= 0 || before < 0) continue;
      this.lose(sharedOwner[group]!);
      boundBreaks += sharedBounds[group]!;
    }
    return boundBreaks;
  }

  private enterClass(entered: number): void {
    const { classStateStart, classState, classSector } = this.layout;
    const sector = classSector[entered]!;
    if (sector < 0) return;
    if (this.sectorClasses[sector] === 0) this.sectors += 1;
    this.sectorClasses[sector]! += 1;
    for (let at = classStateStart[entered]!; at < classStateStart[entered + 1]!; at += 1) {
      const state = classState[at]!;
      if (this.stateClasses[state] === 0) this.states += 1;
      this.stateClasses[state]! += 1;
    }
  }

  private leaveClass(left: number): void {
    const { classStateStart, classState, classSector } = this.layout;
    const sector = classSector[left]!;
    if (sector < 0) return;
    this.sectorClasses[sector]! -= 1;
    if (this.sectorClasses[sector] === 0) this.sectors -= 1;
    for (let at = classStateStart[left]!; at < classStateStart[left + 1]!; at += 1) {
      const state = classState[at]!;
      this.stateClasses[state]! -= 1;
      if (this.stateClasses[state] === 0) this.states -= 1;
    }
  }
}
