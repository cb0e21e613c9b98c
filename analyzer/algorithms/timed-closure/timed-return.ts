import { TickQueue } from "./tick-queue.ts";
import type { TimedCascade } from "./timed-cascade.ts";

const never = Number.POSITIVE_INFINITY;

/**
 * The return of what one lost asset took with it (model.md section 2, "One instant"): the asset is held down for some time,
 * then comes back, and what it had taken comes back after it, each with its own restart and lags.
 *
 * It holds where the return meets no failure. Let E be the tick at which the source is back: the end of the hold plus its
 * restart. Then, with nothing still on its way to a dependent at E, inputs only rise from E on, so nothing falls any more:
 * an asset is back its restart after the last of its empty groups got its supply back, which is found in order of time
 * (least fixed point: a loop that would have to lift itself is never reached, and stays down). A buffer that is running at
 * E is refilled by the return of its supply; if it runs empty before that, a failure meets the return. Both that and a loss
 * still on its way are refused here (`races`) and belong to the event engine. If one of the source's own groups
 * is empty by E, the source waits for what waits for it: nothing returns, and failures alone go on to the horizon.
 *
 * Cost: O(1) per member of a failed asset, as for the failures.
 */
export class TimedReturn {
  /** [asset] its empty groups that are still short. */
  private readonly waitsFor: Int32Array;
  private readonly queue = new TickQueue();
  private readonly back: Int32Array;
  private backCount = 0;
  private spread = 0;
  private sourceBackTick = 0;
  /** Groups whose buffer is running and would end before the horizon. */
  private runningCount = 0;
  private races = false;

  constructor(private readonly cascade: TimedCascade) {
    this.waitsFor = new Int32Array(cascade.failedTick.length);
    this.back = new Int32Array(cascade.failedTick.length);
  }

  /**
   * The loss of `source` from tick 0 up to `heldTick`, watched to `horizonTick`, both above 0; failures and returns are left
   * in the cascade.
   *
   * @returns false where only the event engine can answer
   */
  run(source: number, heldTick: number, horizonTick: number): boolean {
    const { cascade } = this;
    const backTick = heldTick + cascade.layout.restartTicks[source]!;
    cascade.begin(source, horizonTick);
    cascade.runUntil(Math.min(backTick, horizonTick));
    if (cascade.isOutside || backTick >= horizonTick) return !cascade.isOutside;
    cascade.settle(backTick);
    if (this.isEmptyHanded(source, backTick)) {
      // A network that its removal cut comes back without it.
      if (this.branches(source).length > 0) return false;
      cascade.runUntil(horizonTick);
      return !cascade.isOutside;
    }
    if (cascade.arrivalsWaiting > 0) return false;
    this.bringBack(source, backTick);
    return !this.races;
  }

  /** Whether one of the asset's own groups is empty by `tick`. */
  private isEmptyHanded(asset: number, tick: number): boolean {
    const { assetGroupStart } = this.cascade.layout.system;
    for (let group = assetGroupStart[asset]!; group < assetGroupStart[asset + 1]!; group += 1) {
      if (this.cascade.emptyTick(group) <= tick) return true;
    }
    return false;
  }

  private branches(source: number): Int32Array {
    const { branchStart, branchNode } = this.cascade.layout;
    return branchNode.subarray(branchStart[source], branchStart[source + 1]);
  }

  private bringBack(source: number, tick: number): void {
    const { cascade, queue } = this;
    const { layout } = cascade;
    const feedCount = layout.feedGroup.length;
    this.backCount = 0;
    this.spread = 0;
    this.races = false;
    this.sourceBackTick = tick;
    this.countWaits();
    for (const branch of this.branches(source)) this.waitsFor[branch]! += 1;
    queue.begin(tick, cascade.horizonTick - tick);
    this.comeBack(source, tick);
    for (const branch of this.branches(source)) this.release(branch, tick);
    while (!this.races) {
      this.spreadReturns();
      const next = queue.nextTick();
      if (next === never || this.races) break;
      const event = queue.take();
      if (event < feedCount) this.give(event, next);
      else this.comeBack(event - feedCount, next);
    }
    if (this.runningCount > 0) this.races = true;
  }

  private countWaits(): void {
    const { cascade, waitsFor } = this;
    const { groupOwner } = cascade.layout;
    for (let index = 0; index < cascade.failedCount; index += 1) waitsFor[cascade.failed[index]!] = 0;
    this.runningCount = 0;
    for (let index = 0; index < cascade.shortCount; index += 1) {
      const group = cascade.short[index]!;
      const empty = cascade.emptyTick(group);
      const owner = groupOwner[group]!;
      if (this.holdsDown(owner, empty)) waitsFor[owner]! += 1;
      else if (empty < cascade.horizonTick) this.runningCount += 1;
    }
  }

  /** Whether a group that ran empty at a tick keeps its owner down at E. What is up lives through an end that is E itself. */
  private holdsDown(owner: number, emptyTick: number): boolean {
    const isDown = this.cascade.failedTick[owner] !== never;
    return emptyTick < this.sourceBackTick || (isDown && emptyTick === this.sourceBackTick);
  }

  private comeBack(node: number, tick: number): void {
    this.cascade.backTick[node] = tick;
    this.back[this.backCount] = node;
    this.backCount += 1;
  }

  private spreadReturns(): void {
    const { cascade, back, queue } = this;
    const { feedStart, feedLagTicks } = cascade.layout;
    while (this.spread < this.backCount) {
      const node = back[this.spread]!;
      const tick = cascade.backTick[node]!;
      this.spread += 1;
      for (let feed = feedStart[node]!; feed < feedStart[node + 1]!; feed += 1) {
        const lag = feedLagTicks[feed]!;
        if (lag === 0) this.give(feed, tick);
        else if (tick + lag < cascade.horizonTick) queue.push(tick + lag, feed);
      }
    }
  }

  /** A node's return reaches a group. */
  private give(feed: number, tick: number): void {
    const { cascade } = this;
    const empty = cascade.giveBack(feed, tick);
    if (empty === -1) return;
    const owner = cascade.layout.groupOwner[cascade.layout.feedGroup[feed]!]!;
    if (this.holdsDown(owner, empty)) this.release(owner, tick);
    else if (empty < tick || (empty === tick && cascade.failedTick[owner] !== never)) this.races = true;
    else if (empty < cascade.horizonTick) this.runningCount -= 1;
  }

  /** One of the things a node waits for is back; it restarts after the last. */
  private release(node: number, tick: number): void {
    this.waitsFor[node]! -= 1;
    if (this.waitsFor[node]! > 0) return;
    const { layout, horizonTick } = this.cascade;
    const backTick = tick + layout.restartTicks[node]!;
    if (backTick === tick) this.comeBack(node, tick);
    else if (backTick < horizonTick) this.queue.push(backTick, layout.feedGroup.length + node);
  }
}
