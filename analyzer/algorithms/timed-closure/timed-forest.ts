import { type CascadePace, CascadePaces } from "./cascade-pace.ts";
import type { ForestPlan } from "./forest-plan.ts";
import { ShortTimes } from "./short-times.ts";
import type { TimedLayout } from "./timed-layout.ts";
import { WindowLists } from "./window-lists.ts";

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
  /** The unit in which times are counted here, and the queue of events. */
  private readonly pace: CascadePace;
  private readonly horizon: number;
  /** When nothing fails. */
  private readonly never: number;
  /** [node, and one more for "outside"] when it fails in the state at hand. */
  private readonly time: Int32Array | Float64Array;
  private readonly shortTimes: ShortTimes;
  /** [group] what the failed nodes leave of its spare. */
  private readonly spareLeft: Float64Array;
  private readonly window: WindowLists;
  private readonly outside: number;
  private readonly assetCount: number;
  /** Knots from a root down to the one at hand, with the length of the log before each. */
  private readonly path: number[] = [];
  private readonly pathTime: number[] = [];
  private readonly pathLog: number[] = [];
  private logAsset = new Int32Array(1024);
  private logTime = new Float64Array(1024);
  private logCount = 0;
  private changed = new Int32Array(1024);
  private changedCount = 0;
  /** Times improved since the forest was made: the work counter. */
  improvements = 0;

  constructor(
    private readonly layout: TimedLayout,
    private readonly plan: ForestPlan,
    horizonTick: number,
    private readonly tally: ForestTally,
  ) {
    this.outside = layout.nodeCount;
    this.assetCount = layout.system.assetIds.length;
    this.pace = new CascadePaces(layout).of(horizonTick, depthTicks(plan));
    const { unitTicks, beyond, due } = this.pace;
    this.horizon = Math.ceil(horizonTick / unitTicks);
    this.never = beyond;
    this.time = due instanceof Int32Array ? new Int32Array(this.outside + 1) : new Float64Array(this.outside + 1);
    this.time.fill(beyond);
    this.shortTimes = new ShortTimes(layout, unitTicks, this.time, beyond);
    this.spareLeft = layout.groupSpare.slice();
    this.window = new WindowLists(this.outside + 1, this.horizon);
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
      goOn = visit(assets, this.pathTime.at(-1)! * this.pace.unitTicks, this.time[this.outside] !== this.never);
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
    const { plan, pace, horizon } = this;
    const above = this.pathTime.at(-1);
    const time = above === undefined ? 0 : above - plan.delayTicks[knot]! / pace.unitTicks;
    this.path.push(knot);
    this.pathTime.push(time);
    this.pathLog.push(this.logCount);
    if (above !== undefined && time < above) this.trim(time + horizon, above + horizon);
    for (let at = plan.knotStart[knot]!; at < plan.knotStart[knot + 1]!; at += 1) {
      if (this.time[plan.knotAsset[at]!]! > time) this.improve(plan.knotAsset[at]!, time);
    }
    this.propagate(time);
  }

  private leave(): void {
    this.path.pop();
    this.pathTime.pop();
    const before = this.pathLog.pop()!;
    while (this.logCount > before) {
      this.logCount -= 1;
      this.put(this.logAsset[this.logCount]!, this.logTime[this.logCount]!);
    }
  }

  /** Takes out what fails at or after `limit`; everything in the state lies before `oldLimit`. */
  private trim(limit: number, oldLimit: number): void {
    for (const asset of this.window.since(limit, oldLimit)) {
      this.log(asset);
      this.put(asset, this.never);
    }
  }

  private propagate(start: number): void {
    const { queue } = this.pace;
    const nodeCount = this.outside;
    const limit = start + this.horizon;
    queue.begin(start, this.horizon);
    let spread = 0;
    for (;;) {
      for (; spread < this.changedCount; spread += 1) this.spread(this.changed[spread]!, limit);
      const time = queue.nextTick();
      if (time === Number.POSITIVE_INFINITY) break;
      const event = queue.take();
      if (event >= nodeCount) this.arrive(event - nodeCount, time, limit);
      else if (this.time[event]! > time) this.improve(event, time);
    }
    this.changedCount = 0;
  }

  /** A node fails at the time at hand: what it feeds may fail or fall short. */
  private spread(node: number, limit: number): void {
    const { feeds, feedsFrom, queue } = this.pace;
    const { outside: nodeCount, time } = this;
    const now = time[node]!;
    const counted = feedsFrom[3 * node + 1]!;
    const weighed = feedsFrom[3 * node + 2]!;
    const end = feedsFrom[3 * node + 3]!;
    let at = feedsFrom[3 * node]!;
    for (; at < counted; at += 2) {
      const owner = feeds[at]!;
      const fails = now + feeds[at + 1]!;
      if (fails >= limit || fails >= time[owner]!) continue;
      if (fails === now) this.improve(owner, now);
      else queue.push(fails, owner);
    }
    for (; at < end; at += 2) {
      const group = at < weighed ? feeds[at]! : this.layout.feedGroup[feeds[at]!]!;
      const arrives = now + feeds[at + 1]!;
      if (arrives === now) this.arrive(group, now, limit);
      else if (arrives < limit) queue.push(arrives, nodeCount + group);
    }
  }

  /** A loss reaches a group. */
  private arrive(group: number, time: number, limit: number): void {
    if (this.spareLeft[group]! > 0) return;
    const { layout, pace } = this;
    const isPartial = layout.groupPartial[group] === 1;
    const owner = isPartial ? this.outside : layout.groupOwner[group]!;
    const lasts = isPartial ? 0 : pace.lasts[group]!;
    if (time + lasts >= limit || this.time[owner]! <= time + lasts) return;
    const short = layout.groupSpare[group] === 0.5 ? time : this.shortTimes.of(group, time);
    const fails = short + lasts;
    if (fails >= limit || this.time[owner]! <= fails) return;
    // Its later arrivals were worked out in another state: they will not come by themselves.
    if (short > time) pace.queue.push(short, this.outside + group);
    else if (lasts === 0) this.improve(owner, time);
    else pace.queue.push(fails, owner);
  }

  private improve(asset: number, time: number): void {
    this.improvements += 1;
    this.log(asset);
    this.put(asset, time);
    if (asset === this.outside) return;
    if (this.changedCount === this.changed.length) this.changed = doubled(this.changed);
    this.changed[this.changedCount] = asset;
    this.changedCount += 1;
  }

  private log(asset: number): void {
    if (this.logCount === this.logAsset.length) {
      this.logAsset = doubled(this.logAsset);
      const larger = new Float64Array(this.logTime.length * 2);
      larger.set(this.logTime);
      this.logTime = larger;
    }
    this.logAsset[this.logCount] = asset;
    this.logTime[this.logCount] = this.time[asset]!;
    this.logCount += 1;
  }

  /** Sets when an asset fails, and everything that follows from it at once. */
  private put(asset: number, time: number): void {
    const { never, window, tally } = this;
    const { unitTicks } = this.pace;
    const before = this.time[asset]!;
    this.time[asset] = time;
    if (before !== never) window.remove(asset, before);
    if (time !== never) window.add(asset, time);
    if (asset < this.assetCount) {
      if (before !== never) tally.remove(asset, before * unitTicks);
      if (time !== never) tally.add(asset, time * unitTicks);
    }
    if (asset !== this.outside && (before === never) !== (time === never)) this.take(asset, time === never ? 1 : -1);
  }

  /** Takes what a node's failure takes from the spare of the groups that can spare some, or gives it back. */
  private take(node: number, sign: 1 | -1): void {
    const { feeds, feedsFrom } = this.pace;
    const { spareLeft } = this;
    const { feedGroup, feedTakes } = this.layout;
    const weighed = feedsFrom[3 * node + 2]!;
    const end = feedsFrom[3 * node + 3]!;
    let at = feedsFrom[3 * node + 1]!;
    for (; at < weighed; at += 2) spareLeft[feeds[at]!]! += sign;
    for (; at < end; at += 2) spareLeft[feedGroup[feeds[at]!]!]! += sign * feedTakes[feeds[at]!]!;
  }
}

/** How long before its root the deepest knot of a plan is lost. O(knots). */
function depthTicks({ parent, delayTicks, preorder }: ForestPlan): number {
  const depth = new Float64Array(parent.length);
  let most = 0;
  for (const knot of preorder) {
    const above = parent[knot]!;
    if (above !== -1) depth[knot] = depth[above]! + delayTicks[knot]!;
    most = Math.max(most, depth[knot]!);
  }
  return most;
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(from.length * 2);
  larger.set(from);
  return larger;
}
