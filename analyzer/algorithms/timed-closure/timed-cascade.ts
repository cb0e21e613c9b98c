import { CascadePaces, isCritical, noPace } from "./cascade-pace.ts";
import { supplyWithout } from "./group-rule.ts";
import type { TimedLayout } from "./timed-layout.ts";

const never = Number.POSITIVE_INFINITY;

/**
 * The failures that follow when one asset is lost from tick 0 on, with their exact ticks (performance.md section 3.2): the
 * shortest way from the source where one loss is enough (E. W. Dijkstra, 1959), the arrival that leaves too little where it
 * takes several. Nothing returns here; `TimedReturn` goes on from the state left behind. It holds while every level is 0 or
 * 1; where that ends, `isOutside` says so and the numbers mean nothing.
 *
 * Cost of a run: O(1) per feed of a failed node where the delays have a grain (`CascadePace`), else O(log events) for those
 * that share a part of the window with many others; a group of unequal shares is summed where it is in doubt. Reset is in
 * proportion to what failed.
 */
export class TimedCascade {
  /** [node] Infinity where it did not fail. */
  readonly failedTick: Float64Array;
  /** [node] when it was back, Infinity where it was not; written by `TimedReturn`. */
  readonly backTick: Float64Array;
  /** The nodes that failed, in order of time: assets, and hubs and branches of networks behind them. */
  readonly failed: Int32Array;
  failedCount = 0;
  /** The groups whose supply went; complete once it is settled. */
  readonly short: Int32Array;
  shortCount = 0;
  /** Losses on their way to a dependent; known once it is settled. */
  arrivalsWaiting = 0;
  isOutside = false;
  /** Feeds looked at since the cascade was made: the work counter. */
  steps = 0;
  horizonTick = 0;
  private readonly paces: CascadePaces;
  private pace = noPace;
  /** The horizon in units of the pace. */
  private horizon = 0;
  /** [group] what is left of its spare: a whole number and a half. */
  private readonly spareLeft: Float64Array;
  /** [group] from when its supply is gone. */
  private readonly shortTick: Float64Array;
  private isSettled = false;

  constructor(readonly layout: TimedLayout) {
    const { nodeCount, groupSpare } = layout;
    this.paces = new CascadePaces(layout);
    this.failedTick = new Float64Array(nodeCount).fill(never);
    this.backTick = new Float64Array(nodeCount).fill(never);
    this.failed = new Int32Array(nodeCount);
    this.short = new Int32Array(groupSpare.length);
    this.spareLeft = groupSpare.slice();
    this.shortTick = new Float64Array(groupSpare.length).fill(never);
  }

  /** Begins with the loss of `source` at tick 0 alone; nothing at or after `horizonTick` will be looked at. */
  begin(source: number, horizonTick: number): void {
    const { branchStart, branchNode, disturbsNetwork } = this.layout;
    this.reset();
    this.pace = this.paces.of(horizonTick);
    this.horizonTick = horizonTick;
    this.horizon = this.wholeUnits(horizonTick);
    this.pace.queue.begin(0, this.horizon);
    this.isOutside = disturbsNetwork[source] === 1;
    this.begunWith(source);
    for (let at = branchStart[source]!; at < branchStart[source + 1]!; at += 1) this.begunWith(branchNode[at]!);
  }

  private begunWith(node: number): void {
    this.pace.due[node] = 0;
    this.fail(node, 0);
  }

  /** The first whole unit at or after a tick. */
  private wholeUnits(tick: number): number {
    const { unitTicks } = this.pace;
    const units = Math.floor(tick / unitTicks);
    return units * unitTicks < tick ? units + 1 : units;
  }

  /** Works through everything before `untilTick`, or up to where the cascade leaves the binary part. */
  runUntil(untilTick: number): void {
    const { queue, due } = this.pace;
    const nodeCount = due.length;
    const groupCount = this.spareLeft.length;
    const until = this.wholeUnits(untilTick);
    while (!this.isOutside) {
      const time = queue.nextTick();
      if (time >= until) return;
      const event = queue.take();
      if (event < nodeCount) {
        // Else something took it before.
        if (due[event] === time) this.fail(event, time);
      } else if (event < nodeCount + groupCount) this.count(event - nodeCount, time);
      else this.weigh(event - nodeCount - groupCount, time);
    }
  }

  private fail(node: number, time: number): void {
    const { due, feeds, feedsFrom, queue, unitTicks } = this.pace;
    const { horizon, spareLeft } = this;
    const nodeCount = due.length;
    this.failedTick[node] = time * unitTicks;
    this.failed[this.failedCount] = node;
    this.failedCount += 1;
    const counted = feedsFrom[3 * node + 1]!;
    const weighed = feedsFrom[3 * node + 2]!;
    const end = feedsFrom[3 * node + 3]!;
    let at = feedsFrom[3 * node]!;
    this.steps += (end - at) >> 1;
    for (; at < counted; at += 2) {
      const owner = feeds[at]!;
      const fails = time + feeds[at + 1]!;
      if (fails < due[owner]! && fails < horizon) {
        due[owner] = fails;
        queue.push(fails, owner);
      }
    }
    for (; at < weighed; at += 2) {
      const group = feeds[at]!;
      const lag = feeds[at + 1]!;
      if (lag === 0) this.count(group, time);
      else if (time + lag < horizon) queue.push(time + lag, nodeCount + group);
    }
    for (; at < end; at += 2) {
      const arrives = time + feeds[at + 1]!;
      if (arrives < horizon) queue.push(arrives, nodeCount + spareLeft.length + feeds[at]!);
    }
  }

  /** One of several losses that a group can or cannot spare reaches it. */
  private count(group: number, time: number): void {
    const left = this.spareLeft[group]! - 1;
    this.spareLeft[group] = left;
    if (left === -0.5) this.fallShort(group, time);
  }

  private weigh(feed: number, time: number): void {
    const { layout, pace } = this;
    const group = layout.feedGroup[feed]!;
    const left = this.spareLeft[group]! - layout.feedTakes[feed]!;
    this.spareLeft[group] = left;
    if (left > 0 || this.shortTick[group] !== never) return;
    if (layout.groupDoubt[group]! > 0 && this.isWhole(group, time * pace.unitTicks)) return;
    if (layout.groupPartial[group] === 1) this.isOutside = true;
    else this.fallShort(group, time);
  }

  private fallShort(group: number, time: number): void {
    const { due, lasts, queue, unitTicks } = this.pace;
    this.markShort(group, time * unitTicks);
    const owner = this.layout.groupOwner[group]!;
    const fails = time + lasts[group]!;
    if (fails >= due[owner]! || fails >= this.horizon) return;
    due[owner] = fails;
    queue.push(fails, owner);
  }

  private markShort(group: number, tick: number): void {
    this.shortTick[group] = tick;
    this.short[this.shortCount] = group;
    this.shortCount += 1;
  }

  /**
   * Notes what a run does not need by itself: which losses are still on their way at `untilTick`, up to which it ran, and
   * what has come to the groups that fall with any loss. Needed before anything is given back.
   *
   * Cost: O(1) per feed of a failed node.
   */
  settle(untilTick: number): void {
    const { layout, failed, failedTick, horizonTick, spareLeft, shortTick } = this;
    const { feedStart, feedGroup, feedLagTicks } = layout;
    this.isSettled = true;
    for (let index = 0; index < this.failedCount; index += 1) {
      const node = failed[index]!;
      for (let feed = feedStart[node]!; feed < feedStart[node + 1]!; feed += 1) {
        const group = feedGroup[feed]!;
        const tick = failedTick[node]! + feedLagTicks[feed]!;
        if (tick >= untilTick) this.arrivalsWaiting += tick < horizonTick ? 1 : 0;
        else if (isCritical(layout, group)) {
          spareLeft[group]! -= layout.feedTakes[feed]!;
          if (shortTick[group] === never) this.markShort(group, tick);
          else shortTick[group] = Math.min(tick, shortTick[group]!);
        }
      }
    }
  }

  /** When a group that is short stops carrying its owner; Infinity for one that is whole. */
  emptyTick(group: number): number {
    return this.shortTick[group]! + this.layout.groupLastsTicks[group]!;
  }

  /**
   * A lost input is back by `tick`.
   *
   * @returns where its group was short and is whole again, when it stopped or would have stopped carrying its owner; else -1
   */
  giveBack(feed: number, tick: number): number {
    const { layout } = this;
    const group = layout.feedGroup[feed]!;
    this.steps += 1;
    this.spareLeft[group]! += layout.feedTakes[feed]!;
    const empty = this.emptyTick(group);
    if (empty === never || !this.isWhole(group, tick)) return -1;
    this.shortTick[group] = never;
    return empty;
  }

  /** Whether a group's supply is 1 with what has failed, and what is back, by `tick`. */
  private isWhole(group: number, tick: number): boolean {
    const left = this.spareLeft[group]!;
    const doubt = this.layout.groupDoubt[group]!;
    if (left > 0 || left < -doubt || doubt === 0) return left > 0;
    const { failedTick, backTick } = this;
    const { memberNode, system } = this.layout;
    const isLost = (member: number): boolean => {
      const node = memberNode[member]!;
      if (node === -1) return false;
      const sentTick = tick - system.memberLagTicks[member]!;
      return failedTick[node]! <= sentTick && sentTick < backTick[node]!;
    };
    return supplyWithout(system, group, isLost) === 1;
  }

  private reset(): void {
    const { pace, spareLeft, failed, failedCount, shortTick, short } = this;
    // Many are quicker forgotten all together than one by one.
    if (failedCount > failed.length / 16) {
      this.failedTick.fill(never);
      pace.due.fill(pace.beyond);
      if (this.isSettled) this.backTick.fill(never);
      if (this.isSettled || !pace.isAllCritical) spareLeft.set(this.layout.groupSpare);
    } else for (let index = 0; index < failedCount; index += 1) this.resetNode(failed[index]!);
    for (let index = 0; index < this.shortCount; index += 1) shortTick[short[index]!] = never;
    this.failedCount = 0;
    this.shortCount = 0;
    this.arrivalsWaiting = 0;
    this.isSettled = false;
  }

  /** Forgets that a node failed, and what that did or was to do. */
  private resetNode(node: number): void {
    const { feedStart, feedGroup, groupOwner, groupSpare } = this.layout;
    const { due, beyond } = this.pace;
    this.failedTick[node] = never;
    this.backTick[node] = never;
    due[node] = beyond;
    for (let feed = feedStart[node]!; feed < feedStart[node + 1]!; feed += 1) {
      const group = feedGroup[feed]!;
      due[groupOwner[group]!] = beyond;
      this.spareLeft[group] = groupSpare[group]!;
    }
  }
}
