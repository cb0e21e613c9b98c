import type { WindowQueue } from "./window-queue.ts";

/**
 * Events of one window of few instants, handed out in order: a calendar with one list per instant, so that nothing is ever
 * sorted (R. Brown, "Calendar queues", CACM 31(10), 1988). Events of one instant come out in no promised order.
 *
 * Cost: O(1) per event, and a bit per empty instant. Space: 8 bytes per event of a window and 4 per instant.
 */
export class CalendarQueue implements WindowQueue {
  private origin = 0;
  private instant = 0;
  private first = new Int32Array(1024).fill(-1);
  /** One bit per instant that holds anything, or did when it was come to. */
  private used = new Int32Array(32);
  private eventId = new Int32Array(64);
  private eventNext = new Int32Array(64);
  private eventCount = 0;

  begin(origin: number, span: number): void {
    while (this.nextTick() !== Number.POSITIVE_INFINITY) this.take();
    if (span > this.first.length) {
      this.first = new Int32Array(2 ** Math.ceil(Math.log2(span))).fill(-1);
      this.used = new Int32Array(this.first.length / 32);
    }
    this.origin = origin;
    this.instant = 0;
    this.eventCount = 0;
  }

  push(tick: number, id: number): void {
    const { first } = this;
    const instant = tick - this.origin;
    const event = this.eventCount;
    if (event === this.eventId.length) this.growEvents();
    this.eventCount = event + 1;
    this.eventId[event] = id;
    this.eventNext[event] = first[instant]!;
    first[instant] = event;
    this.used[instant >> 5]! |= 1 << (instant & 31);
  }

  nextTick(): number {
    if (this.first[this.instant] === -1 && !this.goOn()) return Number.POSITIVE_INFINITY;
    return this.origin + this.instant;
  }

  take(): number {
    const { first, eventNext, instant } = this;
    const event = first[instant]!;
    first[instant] = eventNext[event]!;
    return this.eventId[event]!;
  }

  /** Goes to the first instant after the one at hand that holds anything; false where there is none. */
  private goOn(): boolean {
    const { instant, used } = this;
    let word = instant >> 5;
    let bits = used[word]! & (-2 << (instant & 31));
    used[word] = bits;
    while (bits === 0) {
      word += 1;
      if (word === used.length) return false;
      bits = used[word]!;
    }
    this.instant = word * 32 + (31 - Math.clz32(bits & -bits));
    return true;
  }

  private growEvents(): void {
    const { eventId, eventNext } = this;
    this.eventId = new Int32Array(eventId.length * 2);
    this.eventNext = new Int32Array(eventNext.length * 2);
    this.eventId.set(eventId);
    this.eventNext.set(eventNext);
  }
}
