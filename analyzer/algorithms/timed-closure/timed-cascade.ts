import { supplyWithout } from "./group-rule.ts";
import { TickQueue } from "./tick-queue.ts";
import type { TimedLayout } from "./timed-layout.ts";

const never = Number.POSITIVE_INFINITY;

/**
 * The failures that follow when one asset is lost from tick 0 on, with their exact ticks (performance.md section 3.2).
 * Nothing returns here; `TimedReturn` goes on from the state left behind. It holds while every level is 0 or 1; where that
 * ends, `isOutside` says so and the numbers mean nothing.
 *
 * Cost of a run: O(1) per feed of a failed node, O(log events) for those that share a part of the window with many others;
 * a group of unequal shares is summed where it is in doubt. Reset is in proportion to what failed.
 */
export class TimedCascade {
  /** [node] Infinity where it did not fail. */
  readonly failedTick: Float64Array;
  /** [node] when it was back, Infinity where it was not; written by `TimedReturn`. */
  readonly backTick: Float64Array;
  /** The nodes that failed, in order of time: assets, and hubs and branches of networks behind them. */
  readonly failed: Int32Array;
  failedCount = 0;
  /** The groups whose supply went, in order of time. */
  readonly short: Int32Array;
  shortCount = 0;
  readonly queue = new TickQueue();
  /** Losses on their way to a dependent. */
  arrivalsWaiting = 0;
  isOutside = false;
  /** Feeds looked at since the cascade was made: the work counter. */
  steps = 0;
  horizonTick = 0;
  /** [2 x group] what is left of its spare, and beside it from when its supply is gone: one line of memory for both. */
  private readonly spareAndShort: Float64Array;
  private readonly undisturbed: Float64Array;
  private spread = 0;

  constructor(readonly layout: TimedLayout) {
    const { nodeCount, groupSpare } = layout;
    this.failedTick = new Float64Array(nodeCount).fill(never);
    this.backTick = new Float64Array(nodeCount).fill(never);
    this.failed = new Int32Array(nodeCount);
    this.short = new Int32Array(groupSpare.length);
    this.undisturbed = new Float64Array(2 * groupSpare.length).fill(never);
    groupSpare.forEach((spare, group) => {
      this.undisturbed[2 * group] = spare;
    });
    this.spareAndShort = this.undisturbed.slice();
  }

  /** Begins with the loss of `source` at tick 0 alone; nothing at or after `horizonTick` will be looked at. */
  begin(source: number, horizonTick: number): void {
    const { branchStart, branchNode, disturbsNetwork } = this.layout;
    this.reset();
    this.horizonTick = horizonTick;
    this.queue.begin(0, horizonTick);
    this.isOutside = disturbsNetwork[source] === 1;
    this.fail(source, 0);
    for (let at = branchStart[source]!; at < branchStart[source + 1]!; at += 1) this.fail(branchNode[at]!, 0);
  }

  /** Works through everything before `untilTick`, or up to where the cascade leaves the binary part. */
  runUntil(untilTick: number): void {
    const { queue, layout } = this;
    const feedCount = layout.feedGroup.length;
    while (!this.isOutside) {
      this.spreadFailures();
      const tick = queue.nextTick();
      if (tick >= untilTick || this.isOutside) return;
      const event = queue.take();
      if (event < feedCount) {
        this.arrivalsWaiting -= 1;
        this.take(event, tick);
      } else {
        const owner = layout.groupOwner[event - feedCount]!;
        if (this.failedTick[owner] === never) this.fail(owner, tick);
      }
    }
  }

  /** When a group that is short stops carrying its owner; Infinity for one that is whole. */
  emptyTick(group: number): number {
    return this.spareAndShort[2 * group + 1]! + this.layout.groupLastsTicks[group]!;
  }

  /**
   * A lost input is back by `tick`.
   *
   * @returns where its group was short and is whole again, when it stopped or would have stopped carrying its owner; else -1
   */
  giveBack(feed: number, tick: number): number {
    const { layout, spareAndShort } = this;
    const group = layout.feedGroup[feed]!;
    this.steps += 1;
    spareAndShort[2 * group]! += layout.feedTakes[feed]!;
    const empty = this.emptyTick(group);
    if (empty === never || !this.isWhole(group, tick)) return -1;
    spareAndShort[2 * group + 1] = never;
    return empty;
  }

  /** Whether a group's supply is 1 with what has failed, and what is back, by `tick`. */
  private isWhole(group: number, tick: number): boolean {
    const left = this.spareAndShort[2 * group]!;
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

  /** What failed at the tick at hand takes its part from everything it feeds. */
  private spreadFailures(): void {
    const { failed, failedTick, horizonTick, queue } = this;
    const { feedStart, feedIsPlain, feedLagTicks } = this.layout;
    while (this.spread < this.failedCount) {
      const node = failed[this.spread]!;
      const tick = failedTick[node]!;
      this.spread += 1;
      for (let feed = feedStart[node]!; feed < feedStart[node + 1]!; feed += 1) {
        const lag = feedIsPlain[feed] === 1 ? 0 : feedLagTicks[feed]!;
        if (lag === 0) this.take(feed, tick);
        else if (tick + lag < horizonTick) {
          this.arrivalsWaiting += 1;
          queue.push(tick + lag, feed);
        }
      }
    }
  }

  private take(feed: number, tick: number): void {
    const { layout, spareAndShort } = this;
    const group = layout.feedGroup[feed]!;
    this.steps += 1;
    const left = spareAndShort[2 * group]! - (layout.feedIsPlain[feed] === 1 ? 1 : layout.feedTakes[feed]!);
    spareAndShort[2 * group] = left;
    if (left > 0 || spareAndShort[2 * group + 1] !== never) return;
    if (layout.groupIsPlain[group] === 0) this.fallShort(group, tick);
    else {
      this.markShort(group, tick);
      const owner = layout.groupOwner[group]!;
      if (this.failedTick[owner] === never) this.fail(owner, tick);
    }
  }

  private fallShort(group: number, tick: number): void {
    const { layout } = this;
    if (layout.groupDoubt[group]! > 0 && this.isWhole(group, tick)) return;
    if (layout.groupPartial[group] === 1) {
      this.isOutside = true;
      return;
    }
    this.markShort(group, tick);
    const owner = layout.groupOwner[group]!;
    if (this.failedTick[owner] !== never) return;
    const lasts = layout.groupLastsTicks[group]!;
    if (lasts === 0) this.fail(owner, tick);
    else if (tick + lasts < this.horizonTick) this.queue.push(tick + lasts, layout.feedGroup.length + group);
  }

  private markShort(group: number, tick: number): void {
    this.spareAndShort[2 * group + 1] = tick;
    this.short[this.shortCount] = group;
    this.shortCount += 1;
  }

  private fail(node: number, tick: number): void {
    this.failedTick[node] = tick;
    this.failed[this.failedCount] = node;
    this.failedCount += 1;
  }

  private reset(): void {
    // Many are quicker forgotten all together than one by one.
    if (this.failedCount > this.failed.length / 16) {
      this.failedTick.fill(never);
      this.backTick.fill(never);
      this.spareAndShort.set(this.undisturbed);
    } else for (let index = 0; index < this.failedCount; index += 1) this.resetNode(this.failed[index]!);
    this.failedCount = 0;
    this.shortCount = 0;
    this.spread = 0;
    this.arrivalsWaiting = 0;
  }

  private resetNode(node: number): void {
    const { feedStart, feedGroup, groupSpare } = this.layout;
    this.failedTick[node] = never;
    this.backTick[node] = never;
    for (let feed = feedStart[node]!; feed < feedStart[node + 1]!; feed += 1) {
      const group = feedGroup[feed]!;
      this.spareAndShort[2 * group] = groupSpare[group]!;
      this.spareAndShort[2 * group + 1] = never;
    }
  }
}
