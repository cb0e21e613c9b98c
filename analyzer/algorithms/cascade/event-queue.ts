/** What a scheduled event is about; its `subject` is a shock, asset, group or member accordingly. */
export const eventKinds = { shockEdge: 0, windowEnd: 1, conductAgain: 2, bufferEmpty: 3, arrival: 4 } as const;
export type EventKind = (typeof eventKinds)[keyof typeof eventKinds];

/**
 * A binary heap of events by tick, in parallel arrays. Events of one tick come out in no promised order: the engine
 * applies all of them before it looks at anything.
 *
 * Cost: O(log n) per push and pop.
 */
export class EventQueue {
  size = 0;
  private ticks = new Float64Array(64);
  private kinds = new Uint8Array(64);
  private subjects = new Int32Array(64);
  private values = new Float64Array(64);

  /** The tick of the next event, Infinity where there is none. */
  nextTick(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.ticks[0]!;
  }

  /** Kind of the next event. */
  nextKind(): EventKind {
    return this.kinds[0]! as EventKind;
  }

  nextSubject(): number {
    return this.subjects[0]!;
  }

  /** A number that belongs to the event: the level that arrives, or the version of what it was scheduled for. */
  nextValue(): number {
    return this.values[0]!;
  }

  clear(): void {
    this.size = 0;
  }

  push(tick: number, kind: EventKind, subject: number, value: number): void {
    if (this.size === this.ticks.length) this.grow();
    let hole = this.size;
    this.size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.ticks[parent]! <= tick) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.put(hole, tick, kind, subject, value);
  }

  /** Takes the next event away. */
  pop(): void {
    this.size -= 1;
    const last = this.size;
    const tick = this.ticks[last]!;
    let hole = 0;
    for (let child = 1; child < last; child = 2 * hole + 1) {
      if (child + 1 < last && this.ticks[child + 1]! < this.ticks[child]!) child += 1;
      if (this.ticks[child]! >= tick) break;
      this.move(child, hole);
      hole = child;
    }
    this.put(hole, tick, this.kinds[last]!, this.subjects[last]!, this.values[last]!);
  }

  private move(from: number, to: number): void {
    this.put(to, this.ticks[from]!, this.kinds[from]!, this.subjects[from]!, this.values[from]!);
  }

  private put(slot: number, tick: number, kind: number, subject: number, value: number): void {
    this.ticks[slot] = tick;
    this.kinds[slot] = kind;
    this.subjects[slot] = subject;
    this.values[slot] = value;
  }

  private grow(): void {
    const { ticks, kinds, subjects, values } = this;
    this.ticks = new Float64Array(ticks.length * 2);
    this.kinds = new Uint8Array(ticks.length * 2);
    this.subjects = new Int32Array(ticks.length * 2);
    this.values = new Float64Array(ticks.length * 2);
    this.ticks.set(ticks);
    this.kinds.set(kinds);
    this.subjects.set(subjects);
    this.values.set(values);
  }
}
