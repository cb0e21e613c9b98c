import type { ForestPlan } from "./forest-plan.ts";
import { supplyWithout } from "./group-rule.ts";
import { TickQueue } from "./tick-queue.ts";
import type { TimedLayout } from "./timed-layout.ts";
import { WindowLists } from "./window-lists.ts";

const never = Number.POSITIVE_INFINITY;

/** Keeps whatever sums the caller needs over the assets that have failed; ticks are in the frame of the forest. */
export interface ForestTally {
  add(asset: number, tick: number): void;
  remove(asset: number, tick: number): void;
}

/**
 * One knot of the forest: what its `assets` take, each lost alone at `tick` for good, stands in the tally. `isOutside`:
 * a group short in part or a hub of a network is among it, and the tally means nothing. Returns false to stop.
 */
export type ForestVisit = (assets: Int32Array, tick: number, isOutside: boolean) => boolean;

/**
 * The failures of all sources of a system in one sweep with rollback (performance.md section 3.4). A knot's state is its
 * parent's with every time in the same frame: what the parent takes, the knot takes `delayTicks` after its own loss, so the
 * knot lies that much before it, and only improvements are worked out. What falls out of the window
 * `[tick of the knot, + horizon)` is taken out on the way down and put back on the way up.
 *
 * Cost: O(1) per feed of an asset whose time improves or that leaves the window, times 2 for the rollback; a group that is
 * not critical is sorted where its members reach the number that matters.
 */
export class TimedForest {
  /** [asset, and one more for "outside"] when it fails in the state at hand. */
  private readonly tick: Float64Array;
  /** [group] what the failed nodes leave of its spare. */
  private readonly spareLeft: Float64Array;
  private readonly window: WindowLists;
  private readonly queue = new TickQueue();
  private readonly outside: number;
  private readonly assetCount: number;
  /** Knots from a root down to the one at hand, with the length of the log before each. */
  private readonly path: number[] = [];
  private readonly pathTick: number[] = [];
  private readonly pathLog: number[] = [];
  private logAsset = new Int32Array(1024);
  private logTick = new Float64Array(1024);
  private logCount = 0;
  private arrivals = new Float64Array(64);
  private changed = new Int32Array(1024);
  private changedCount = 0;
  /** Times improved since the forest was made: the work counter. */
  improvements = 0;

  constructor(
    private readonly layout: TimedLayout,
    private readonly plan: ForestPlan,
    private readonly horizonTick: number,
    private readonly tally: ForestTally,
  ) {
    this.outside = layout.nodeCount;
    this.assetCount = layout.system.assetIds.length;
    this.tick = new Float64Array(this.outside + 1).fill(never);
    this.spareLeft = layout.groupSpare.slice();
    this.window = new WindowLists(this.outside + 1, horizonTick);
  }

  /**
   * Visits the knots `from` up to, not including, `to` of the plan's order. What they stand on is rebuilt first.
   *
   * @returns false where the visitor stopped it
   */
  sweep(from: number, to: number, visit: ForestVisit): boolean {
    const { plan } = this;
    const { knotStart, knotAsset, parent, preorder } = plan;
    if (from < to) for (const knot of this.ancestors(preorder[from]!)) this.enter(knot);
    let goOn = true;
    for (let at = from; goOn && at < to; at += 1) {
      const knot = preorder[at]!;
      while (this.path.length > 0 && this.path.at(-1) !== parent[knot]) this.leave();
      this.enter(knot);
      const assets = knotAsset.subarray(knotStart[knot], knotStart[knot + 1]);
      goOn = visit(assets, this.pathTick.at(-1)!, this.tick[this.outside] !== never);
    }
    while (this.path.length > 0) this.leave();
    return goOn;
  }

  private ancestors(knot: number): number[] {
    const above: number[] = [];
    for (let next = this.plan.parent[knot]!; next !== -1; next = this.plan.parent[next]!) above.push(next);
    return above.reverse();
  }

  private enter(knot: number): void {
    const { plan } = this;
    const above = this.pathTick.at(-1);
    const tick = above === undefined ? 0 : above - plan.delayTicks[knot]!;
    this.path.push(knot);
    this.pathTick.push(tick);
    this.pathLog.push(this.logCount);
    if (above !== undefined && tick < above) this.trim(tick + this.horizonTick, above + this.horizonTick);
    for (let at = plan.knotStart[knot]!; at < plan.knotStart[knot + 1]!; at += 1) {
      if (this.tick[plan.knotAsset[at]!]! > tick) this.improve(plan.knotAsset[at]!, tick);
    }
    this.propagate(tick);
  }

  private leave(): void {
    this.path.pop();
    this.pathTick.pop();
    const before = this.pathLog.pop()!;
    while (this.logCount > before) {
      this.logCount -= 1;
      this.put(this.logAsset[this.logCount]!, this.logTick[this.logCount]!);
    }
  }

  /** Takes out what fails at or after `limitTick`; everything in the state lies before `oldLimitTick`. */
  private trim(limitTick: number, oldLimitTick: number): void {
    for (const asset of this.window.since(limitTick, oldLimitTick)) {
      this.log(asset);
      this.put(asset, never);
    }
  }

  private propagate(startTick: number): void {
    const { queue, layout } = this;
    const feedCount = layout.feedGroup.length;
    const groupCount = layout.groupLastsTicks.length;
    const limitTick = startTick + this.horizonTick;
    queue.begin(startTick, this.horizonTick);
    let spread = 0;
    for (;;) {
      for (; spread < this.changedCount; spread += 1) this.spread(this.changed[spread]!, limitTick);
      const tick = queue.nextTick();
      if (tick === never) break;
      const event = queue.take();
      if (event < feedCount) this.arrive(layout.feedGroup[event]!, tick, limitTick);
      else if (event >= feedCount + groupCount) this.arrive(event - feedCount - groupCount, tick, limitTick);
      else {
        const owner = layout.groupOwner[event - feedCount]!;
        if (this.tick[owner]! > tick) this.improve(owner, tick);
      }
    }
    this.changedCount = 0;
  }

  /** An asset fails at the tick at hand: what it feeds may fall short. */
  private spread(asset: number, limitTick: number): void {
    const { feedStart, feedGroup, feedLagTicks } = this.layout;
    const tick = this.tick[asset]!;
    for (let feed = feedStart[asset]!; feed < feedStart[asset + 1]!; feed += 1) {
      const lag = feedLagTicks[feed]!;
      if (lag === 0) this.arrive(feedGroup[feed]!, tick, limitTick);
      else if (tick + lag < limitTick) this.queue.push(tick + lag, feed);
    }
  }

  /** A loss reaches a group. */
  private arrive(group: number, tick: number, limitTick: number): void {
    const { layout, queue } = this;
    const isPartial = layout.groupPartial[group] === 1;
    const owner = isPartial ? this.outside : layout.groupOwner[group]!;
    const lasts = isPartial ? 0 : layout.groupLastsTicks[group]!;
    if (tick + lasts >= limitTick || this.tick[owner]! <= tick + lasts) return;
    if (this.spareLeft[group]! > 0) return;
    const short = layout.groupSpare[group] === 0.5 ? tick : this.shortTick(group, tick);
    const fails = short + lasts;
    const feedCount = layout.feedGroup.length;
    if (fails >= limitTick || this.tick[owner]! <= fails) return;
    // Its later arrivals were worked out in another state: they will not come by themselves.
    if (short > tick) queue.push(short, feedCount + layout.groupLastsTicks.length + group);
    else if (lasts === 0) this.improve(owner, tick);
    else queue.push(fails, feedCount + group);
  }

  /**
   * When the supply of a group falls below 1 by the times of the state at hand, or `tick` where it has by then.
   * O(members x log members).
   */
  private shortTick(group: number, tick: number): number {
    const { groupDoubt, groupPartial, groupSpare, system } = this.layout;
    const count = this.gatherArrivals(group);
    const { arrivals } = this;
    if (groupDoubt[group]! > 0) return this.shortTickBySum(group, count);
    // A hub by amounts: sooner than need be, and only the event engine's business anyway.
    if (groupPartial[group] === 1 && group >= system.groupAsset.length) return tick;
    const needed = Math.ceil(groupSpare[group]!);
    if (count < needed) return never;
    let due = 0;
    for (let at = 0; at < count; at += 1) if (arrivals[at]! <= tick) due += 1;
    if (due >= needed) return tick;
    sortFirst(arrivals, count);
    return arrivals[needed - 1]!;
  }

  /** Puts the ticks at which losses reach a group into `arrivals`; returns how many there are. */
  private gatherArrivals(group: number): number {
    const { inputStart, inputNode, inputLagTicks } = this.layout;
    const last = inputStart[group + 1]!;
    if (last - inputStart[group]! > this.arrivals.length) {
      this.arrivals = new Float64Array(2 * (last - inputStart[group]!));
    }
    let count = 0;
    for (let input = inputStart[group]!; input < last; input += 1) {
      const sent = this.tick[inputNode[input]!]!;
      if (sent === never) continue;
      this.arrivals[count] = sent + inputLagTicks[input]!;
      count += 1;
    }
    return count;
  }

  private shortTickBySum(group: number, count: number): number {
    const { system, memberNode } = this.layout;
    const { arrivals } = this;
    sortFirst(arrivals, count);
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tick = arrivals[middle]!;
      const isLost = (member: number): boolean =>
        memberNode[member] !== -1 && this.tick[memberNode[member]!]! + system.memberLagTicks[member]! <= tick;
      if (supplyWithout(system, group, isLost) < 1) high = middle;
      else low = middle + 1;
    }
    return low === count ? never : arrivals[low]!;
  }

  private improve(asset: number, tick: number): void {
    this.improvements += 1;
    this.log(asset);
    this.put(asset, tick);
    if (asset === this.outside) return;
    if (this.changedCount === this.changed.length) this.changed = doubled(this.changed);
    this.changed[this.changedCount] = asset;
    this.changedCount += 1;
  }

  private log(asset: number): void {
    if (this.logCount === this.logAsset.length) {
      this.logAsset = doubled(this.logAsset);
      const larger = new Float64Array(this.logTick.length * 2);
      larger.set(this.logTick);
      this.logTick = larger;
    }
    this.logAsset[this.logCount] = asset;
    this.logTick[this.logCount] = this.tick[asset]!;
    this.logCount += 1;
  }

  /** Sets when an asset fails, and everything that follows from it at once. */
  private put(asset: number, tick: number): void {
    const before = this.tick[asset]!;
    this.tick[asset] = tick;
    if (before !== never) this.window.remove(asset, before);
    if (tick !== never) this.window.add(asset, tick);
    if (asset === this.outside) return;
    if (asset < this.assetCount) {
      if (before !== never) this.tally.remove(asset, before);
      if (tick !== never) this.tally.add(asset, tick);
    }
    if ((before === never) === (tick === never)) return;
    const { feedStart, feedGroup, feedTakes } = this.layout;
    const sign = tick === never ? 1 : -1;
    for (let feed = feedStart[asset]!; feed < feedStart[asset + 1]!; feed += 1) {
      this.spareLeft[feedGroup[feed]!]! += sign * feedTakes[feed]!;
    }
  }
}

/** Sorts the first numbers of an array. Few are quicker to insert one by one. */
function sortFirst(numbers: Float64Array, count: number): void {
  if (count > 24) {
    numbers.subarray(0, count).sort();
    return;
  }
  for (let at = 1; at < count; at += 1) {
    const number = numbers[at]!;
    let hole = at;
    for (; hole > 0 && numbers[hole - 1]! > number; hole -= 1) numbers[hole] = numbers[hole - 1]!;
    numbers[hole] = number;
  }
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(from.length * 2);
  larger.set(from);
  return larger;
}
