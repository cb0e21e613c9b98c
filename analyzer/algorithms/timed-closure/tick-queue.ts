import type { WindowQueue } from "./window-queue.ts";

const bucketCount = 1024;
const wordCount = bucketCount / 32;

/**
 * Events of one window of time, handed out by tick. Far events lie in lists, one per equal part of the window; those of the
 * part at hand lie in a small heap. Events of one tick come out in no promised order.
 *
 * Cost: O(1) per event where the parts hold few different ticks, O(log n) at worst. Space: 20 bytes per waiting event.
 */
export class TickQueue implements WindowQueue {
  size = 0;
  private origin = 0;
  private partsPerTick = 1;
  private part = 0;
  private readonly first = new Int32Array(bucketCount).fill(-1);
  /** One bit per part that holds anything. */
  private readonly used = new Int32Array(wordCount);
  private eventTick = new Float64Array(64);
  private eventId = new Int32Array(64);
  private eventNext = new Int32Array(64);
  private eventCount = 0;
  private heapTick = new Float64Array(64);
  private heapId = new Int32Array(64);
  private heapSize = 0;

  /** Forgets everything and begins a window: every event lies in `[originTick, originTick + spanTicks)`. */
  begin(originTick: number, spanTicks: number): void {
    if (this.size > this.heapSize) {
      this.first.fill(-1);
      this.used.fill(0);
    }
    this.origin = originTick;
    this.partsPerTick = (bucketCount - 1) / spanTicks;
    this.part = 0;
    this.size = 0;
    this.eventCount = 0;
    this.heapSize = 0;
  }

  push(tick: number, id: number): void {
    this.size += 1;
    // Rounding may move a bound between parts by a tick, never the order: the product is monotone in the tick.
    const part = Math.floor((tick - this.origin) * this.partsPerTick);
    if (part <= this.part) {
      this.pushHeap(tick, id);
      return;
    }
    if (this.eventCount === this.eventTick.length) this.growEvents();
    const event = this.eventCount;
    this.eventCount += 1;
    this.eventTick[event] = tick;
    this.eventId[event] = id;
    this.eventNext[event] = this.first[part]!;
    this.first[part] = event;
    this.used[part >> 5]! |= 1 << (part & 31);
  }

  /** The tick of the next event, Infinity where there is none. */
  nextTick(): number {
    if (this.heapSize === 0) {
      if (this.size === 0) return Number.POSITIVE_INFINITY;
      this.openNextPart();
    }
    return this.heapTick[0]!;
  }

  /** Takes the next event away and returns its id. `nextTick` must have named it. */
  take(): number {
    const { heapTick, heapId } = this;
    const id = heapId[0]!;
    this.size -= 1;
    this.heapSize -= 1;
    const last = this.heapSize;
    const tick = heapTick[last]!;
    let hole = 0;
    for (let child = 1; child < last; child = 2 * hole + 1) {
      if (child + 1 < last && heapTick[child + 1]! < heapTick[child]!) child += 1;
      if (heapTick[child]! >= tick) break;
      heapTick[hole] = heapTick[child]!;
      heapId[hole] = heapId[child]!;
      hole = child;
    }
    heapTick[hole] = tick;
    heapId[hole] = heapId[last]!;
    return id;
  }

  private openNextPart(): void {
    const part = this.nextUsedPart();
    this.part = part;
    this.used[part >> 5]! &= ~(1 << (part & 31));
    for (let event = this.first[part]!; event !== -1; event = this.eventNext[event]!) {
      this.pushHeap(this.eventTick[event]!, this.eventId[event]!);
    }
    this.first[part] = -1;
    if (this.size === this.heapSize) this.eventCount = 0;
  }

  private nextUsedPart(): number {
    let word = 0;
    while (this.used[word] === 0) word += 1;
    const bits = this.used[word]!;
    return word * 32 + (31 - Math.clz32(bits & -bits));
  }

  private pushHeap(tick: number, id: number): void {
    if (this.heapSize === this.heapTick.length) this.growHeap();
    const { heapTick, heapId } = this;
    let hole = this.heapSize;
    this.heapSize += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (heapTick[parent]! <= tick) break;
      heapTick[hole] = heapTick[parent]!;
      heapId[hole] = heapId[parent]!;
      hole = parent;
    }
    heapTick[hole] = tick;
    heapId[hole] = id;
  }

  private growEvents(): void {
    const { eventTick, eventId, eventNext } = this;
    const larger = eventTick.length * 2;
    this.eventTick = new Float64Array(larger);
    this.eventId = new Int32Array(larger);
    this.eventNext = new Int32Array(larger);
    this.eventTick.set(eventTick);
    this.eventId.set(eventId);
    this.eventNext.set(eventNext);
  }

  private growHeap(): void {
    const { heapTick, heapId } = this;
    this.heapTick = new Float64Array(heapTick.length * 2);
    this.heapId = new Int32Array(heapId.length * 2);
    this.heapTick.set(heapTick);
    this.heapId.set(heapId);
  }
}
