const partCount = 1024;

/**
 * Which of many items have their tick in which part of a moving window, so that those beyond a limit are found without a
 * look at the others. Ticks held at one time lie within one window. Order within a part is not promised.
 *
 * Cost: O(1) per item added or removed; looking beyond a limit costs the items of the parts looked at.
 */
export class WindowLists {
  private readonly first = new Int32Array(partCount).fill(-1);
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly tick: Float64Array;
  private readonly partsPerTick: number;

  constructor(itemCount: number, windowTicks: number) {
    this.next = new Int32Array(itemCount);
    this.previous = new Int32Array(itemCount);
    this.tick = new Float64Array(itemCount);
    this.partsPerTick = (partCount - 2) / windowTicks;
  }

  add(item: number, tick: number): void {
    const part = this.partOf(tick);
    const after = this.first[part]!;
    this.tick[item] = tick;
    this.next[item] = after;
    this.previous[item] = -1;
    if (after !== -1) this.previous[after] = item;
    this.first[part] = item;
  }

  /** Takes an item away that was added with this tick. */
  remove(item: number, tick: number): void {
    const [before, after] = [this.previous[item]!, this.next[item]!];
    if (before === -1) this.first[this.partOf(tick)] = after;
    else this.next[before] = after;
    if (after !== -1) this.previous[after] = before;
  }

  /** The items at or after `fromTick`, where all lie before `toTick`. */
  since(fromTick: number, toTick: number): number[] {
    const found: number[] = [];
    const from = Math.floor(fromTick * this.partsPerTick);
    const parts = Math.min(partCount, Math.floor(toTick * this.partsPerTick) - from + 1);
    for (let offset = 0; offset < parts; offset += 1) {
      const part = ((from + offset) | 0) & (partCount - 1);
      for (let item = this.first[part]!; item !== -1; item = this.next[item]!) {
        if (this.tick[item]! >= fromTick) found.push(item);
      }
    }
    return found;
  }

  private partOf(tick: number): number {
    return (Math.floor(tick * this.partsPerTick) | 0) & (partCount - 1);
  }
}
