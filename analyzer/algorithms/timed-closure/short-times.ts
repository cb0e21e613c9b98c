import { supplyWithout } from "./group-rule.ts";
import type { TimedLayout } from "./timed-layout.ts";

/** From when the groups of a layout are short of supply, by the times at which their inputs fail. */
export class ShortTimes {
  /** [input] */
  private readonly inputLag: Float64Array;
  private arrivals = new Float64Array(64);

  /**
   * @param time [node] when it fails, in units of `unitTicks`; read anew each time
   * @param never what stands there for nodes that do not
   */
  constructor(
    private readonly layout: TimedLayout,
    private readonly unitTicks: number,
    private readonly time: Int32Array | Float64Array,
    private readonly never: number,
  ) {
    this.inputLag = layout.inputLagTicks.map((ticks) => ticks / unitTicks);
  }

  /**
   * When the supply of a group falls below 1 by the times of the state at hand, or `now` where it has by then.
   * O(members x log members).
   */
  of(group: number, now: number): number {
    const { groupDoubt, groupPartial, groupSpare, system } = this.layout;
    const count = this.gatherArrivals(group);
    const { arrivals } = this;
    if (groupDoubt[group]! > 0) return this.shortTimeBySum(group, count);
    // A hub by amounts: sooner than need be, and only the event engine's business anyway.
    if (groupPartial[group] === 1 && group >= system.groupAsset.length) return now;
    const needed = Math.ceil(groupSpare[group]!);
    if (count < needed) return this.never;
    let due = 0;
    for (let at = 0; at < count; at += 1) if (arrivals[at]! <= now) due += 1;
    if (due >= needed) return now;
    sortFirst(arrivals, count);
    return arrivals[needed - 1]!;
  }

  /** Puts the times at which losses reach a group into `arrivals`; returns how many there are. */
  private gatherArrivals(group: number): number {
    const { inputStart, inputNode } = this.layout;
    const last = inputStart[group + 1]!;
    if (last - inputStart[group]! > this.arrivals.length) {
      this.arrivals = new Float64Array(2 * (last - inputStart[group]!));
    }
    let count = 0;
    for (let input = inputStart[group]!; input < last; input += 1) {
      const sent = this.time[inputNode[input]!]!;
      if (sent === this.never) continue;
      this.arrivals[count] = sent + this.inputLag[input]!;
      count += 1;
    }
    return count;
  }

  private shortTimeBySum(group: number, count: number): number {
    const { system, memberNode } = this.layout;
    const { arrivals, time, unitTicks } = this;
    sortFirst(arrivals, count);
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tick = arrivals[middle]! * unitTicks;
      const isLost = (member: number): boolean =>
        memberNode[member] !== -1 && time[memberNode[member]!]! * unitTicks + system.memberLagTicks[member]! <= tick;
      if (supplyWithout(system, group, isLost) < 1) high = middle;
      else low = middle + 1;
    }
    return low === count ? this.never : arrivals[low]!;
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
