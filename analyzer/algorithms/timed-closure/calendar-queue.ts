import type { WindowQueue } from "./window-queue.ts";

/**
 * Events of one window of few instants, handed out in order: a calendar with one list per instant, so that nothing is ever
 * sorted (R. Brown, "Calendar queues", CACM 31(10), 1988). Events of one instant come out in no promised order.
 *
 * Cost: O(1) per event, and a bit per empty instant. Space: 8 bytes per waiting event and 4 per instant.
 */
export class CalendarQueue implements WindowQueue {
  private size = 0;
  private origin = 0;
  private instant = 0;
  private first = new Int32Array(1024).fill(-1);
  /** One bit per instant that holds anything, or did when it was come to. */
  private used = new Int32Array(32);
  private eventId = new Int32Array(64);
  private eventNext = new Int32Array(64);
  /** Places up to `placeCount` have held an event; those in the list that begins at `free` hold none now. */
  private placeCount = 0;
  private free = -1;

  begin(origin: number, span: number): void {
    while (this.nextTick() !== Number.POSITIVE_INFINITY) this.take();
    this.used[this.instant >> 5] = 0;
    if (span > this.first.length) {
      this.first = new Int32Array(2 ** Math.ceil(Math.log2(span))).fill(-1);
      this.used = new Int32Array(this.first.length / 32);
    }
    this.origin = origin;
    this.instant = 0;
    this.placeCount = 0;
    this.free = -1;
  }

  push(tick: number, id: number): void {
    const { first } = this;
    const instant = tick - this.origin;
    const place = this.free === -1 ? this.newPlace() : this.free;
    this.free = this.eventNext[place]!;
    this.size += 1;
    this.eventId[place] = id;
    this.eventNext[place] = first[instant]!;
    first[instant] = place;
    this.used[instant >> 5]! |= 1 << (instant & 31);
  }

  nextTick(): number {
    if (this.first[this.instant] === -1) {
      if (this.size === 0) return Number.POSITIVE_INFINITY;
      this.instant = this.nextUsed();
    }
    return this.origin + this.instant;
  }

  take(): number {
    const { first, eventNext, instant } = this;
    const place = first[instant]!;
    this.size -= 1;
    first[instant] = eventNext[place]!;
    eventNext[place] = this.free;
    this.free = place;
    return this.eventId[place]!;
  }

  /** The first instant after the one at hand that holds anything; there is one. */
  private nextUsed(): number {
    const { instant, used } = this;
    let word = instant >> 5;
    let bits = used[word]! & (-2 << (instant & 31));
    used[word] = bits;
    while (bits === 0) {
      word += 1;
      bits = used[word]!;
    }
    return word * 32 + (31 - Math.clz32(bits & -bits));
  }

  /** A place that never held an event, with none free after it. */
  private newPlace(): number {
    const place = this.placeCount;
    if (place === this.eventId.length) this.growPlaces();
    this.placeCount += 1;
    this.eventNext[place] = -1;
    return place;
  }

  private growPlaces(): void {
    const { eventId, eventNext } = this;
    this.eventId = new Int32Array(eventId.length * 2);
    this.eventNext = new Int32Array(eventNext.length * 2);
    this.eventId.set(eventId);
    this.eventNext.set(eventNext);
  }
}
