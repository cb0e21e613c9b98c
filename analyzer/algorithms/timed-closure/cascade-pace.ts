import { CalendarQueue } from "./calendar-queue.ts";
import { grainOf } from "./grain.ts";
import { TickQueue } from "./tick-queue.ts";
import type { TimedLayout } from "./timed-layout.ts";
import type { WindowQueue } from "./window-queue.ts";

/** A window of more instants is none for a calendar: its lists would not stay near the processor. */
const instantsMost = 2 ** 16;
/** How far before its first window a calendar may be opened again. */
const depthMost = 2 ** 28;
/** Stands for times after any such window; the sum of two fits. */
const beyondCalendar = 2 ** 29;

/**
 * In what unit a timed cascade counts its time, and everything it reads and writes in that unit. Where all delays are whole
 * multiples of a grain (minutes, quarter hours), that is the unit, times are small whole numbers, and a calendar holds the
 * events; else the unit is the tick.
 */
export interface CascadePace {
  readonly unitTicks: number;
  readonly queue: WindowQueue;
  /** [node] when it fails by what is known so far, `beyond` where nothing is. */
  readonly due: Int32Array | Float64Array;
  /** A time after any horizon. */
  readonly beyond: number;
  /**
   * [3 x node] where in `feeds` a node's feeds begin: first the *critical* ones, which take their owner by themselves, then
   * the *counted* ones, of which several must come together, then the *weighed* ones, of which it takes a sum.
   */
  readonly feedsFrom: Int32Array;
  /**
   * Two numbers per feed, side by side. Critical: the owner, and how long after the loss it fails, lag and buffer. Counted:
   * the group, and the lag. Weighed: the feed's position in the layout, and the lag.
   */
  readonly feeds: Int32Array | Float64Array;
  /** Whether all feeds are critical. */
  readonly isAllCritical: boolean;
  /** [group] how long its owner runs on. */
  readonly lasts: Int32Array | Float64Array;
}

/** The pace of what has not begun. */
export const noPace: CascadePace = {
  unitTicks: 1,
  queue: new CalendarQueue(),
  due: new Int32Array(0),
  beyond: beyondCalendar,
  feedsFrom: new Int32Array(0),
  feeds: new Int32Array(0),
  isAllCritical: true,
  lasts: new Int32Array(0),
};

const feedKinds = { critical: 0, counted: 1, weighed: 2 } as const;

/** Whether any loss at all leaves a group short, for certain and altogether. */
export function isCritical(layout: TimedLayout, group: number): boolean {
  return layout.groupSpare[group] === 0.5 && isSure(layout, group);
}

function isSure({ groupDoubt, groupPartial }: TimedLayout, group: number): boolean {
  return groupDoubt[group] === 0 && groupPartial[group] === 0;
}

/** [feed] */
function feedKindsOf(layout: TimedLayout): Uint8Array {
  const { feedGroup, feedTakes } = layout;
  const kinds = new Uint8Array(feedGroup.length).fill(feedKinds.weighed);
  for (let feed = 0; feed < kinds.length; feed += 1) {
    const group = feedGroup[feed]!;
    if (isCritical(layout, group)) kinds[feed] = feedKinds.critical;
    else if (feedTakes[feed] === 1 && isSure(layout, group)) kinds[feed] = feedKinds.counted;
  }
  return kinds;
}

/** The paces of a layout. They are made when they are first needed. */
export class CascadePaces {
  private readonly grainTicks: number;
  private even: CascadePace | null = null;
  private uneven: CascadePace | null = null;

  constructor(private readonly layout: TimedLayout) {
    this.grainTicks = grainOf(layout.feedLagTicks, layout.groupLastsTicks);
  }

  /**
   * The pace for windows of `horizonTick`, the last of which may begin `depthTicks` before the first.
   *
   * Cost: O(1), the first time O(nodes + feeds).
   */
  of(horizonTick: number, depthTicks = 0): CascadePace {
    if (horizonTick / this.grainTicks < instantsMost - 1 && depthTicks / this.grainTicks < depthMost) {
      this.even ??= paceOf(this.layout, this.grainTicks, new CalendarQueue(), Int32Array);
      return this.even;
    }
    this.uneven ??= paceOf(this.layout, 1, new TickQueue(), Float64Array);
    return this.uneven;
  }
}

function paceOf(
  layout: TimedLayout,
  unitTicks: number,
  queue: WindowQueue,
  Column: Int32ArrayConstructor | Float64ArrayConstructor,
): CascadePace {
  const beyond = Column === Int32Array ? beyondCalendar : Number.POSITIVE_INFINITY;
  const units = (ticks: number): number => Math.min(beyond, ticks / unitTicks);
  const { nodeCount, feedStart, feedGroup, feedLagTicks, groupLastsTicks, groupOwner } = layout;
  const feedsFrom = new Int32Array(3 * nodeCount + 1);
  const feeds = new Column(2 * feedGroup.length);
  const kinds = feedKindsOf(layout);
  let end = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const last = feedStart[node + 1]!;
    for (let kind = 0; kind < 3; kind += 1) {
      feedsFrom[3 * node + kind] = end;
      for (let feed = feedStart[node]!; feed < last; feed += 1) {
        if (kinds[feed] !== kind) continue;
        const group = feedGroup[feed]!;
        const isAlone = kind === feedKinds.critical;
        feeds[end] = isAlone ? groupOwner[group]! : kind === feedKinds.counted ? group : feed;
        feeds[end + 1] = units(feedLagTicks[feed]! + (isAlone ? groupLastsTicks[group]! : 0));
        end += 2;
      }
    }
  }
  feedsFrom[3 * nodeCount] = end;
  const lasts = new Column(groupLastsTicks.length);
  lasts.set(groupLastsTicks.map(units));
  return {
    unitTicks,
    queue,
    due: new Column(nodeCount).fill(beyond),
    beyond,
    feedsFrom,
    feeds,
    isAllCritical: kinds.every((kind) => kind === feedKinds.critical),
    lasts,
  };
}
