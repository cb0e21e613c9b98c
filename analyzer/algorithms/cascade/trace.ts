/**
 * Why a level is below 1: `group` and `member` are positions in the system, both -1 for a shock; `provider` is the asset
 * that left the group short (for a network the producer or the cut asset); `record` is that asset's interval, from which
 * the chain goes on, -1 where the chain begins here.
 */
export interface Cause {
  readonly group: number;
  readonly member: number;
  readonly provider: number;
  readonly record: number;
}

/** The cause of an interval that is an asset's own shock. */
export const shockCause: Cause = { group: -1, member: -1, provider: -1, record: -1 };

/**
 * The levels below 1 of a run, as records in order of their start: asset, ticks from and to, level, cause. Intervals of
 * one asset do not overlap; neighbours differ by more than 1e-9. Buffers grow and are reused.
 */
export class Trace {
  count = 0;
  asset = new Int32Array(256);
  fromTick = new Float64Array(256);
  /** Infinity while the interval is open. */
  toTick = new Float64Array(256);
  level = new Float64Array(256);
  /** Filled only where causes were asked for. */
  readonly cause: (Cause | null)[] = [];
  /** [record] the same asset's interval before, -1 for its first. */
  previous = new Int32Array(256);
  /** [asset] its open interval, -1 where it is at 1. */
  readonly open: Int32Array;
  /** [asset] its last interval, open or not, -1 where it has none. */
  readonly last: Int32Array;

  constructor(assetCount: number) {
    this.open = new Int32Array(assetCount).fill(-1);
    this.last = new Int32Array(assetCount).fill(-1);
  }

  /** Notes the level of an asset from `tick` on. Returns the new record, or -1 where none began. */
  note(asset: number, tick: number, level: number): number {
    const open = this.open[asset]!;
    if (open !== -1) {
      if (Math.abs(level - this.level[open]!) <= 1e-9) return -1;
      this.toTick[open] = tick;
      this.open[asset] = -1;
    }
    if (level >= 1 - 1e-9) return -1;
    if (this.count === this.asset.length) this.grow();
    const record = this.count;
    this.count += 1;
    this.asset[record] = asset;
    this.fromTick[record] = tick;
    this.toTick[record] = Number.POSITIVE_INFINITY;
    this.level[record] = level;
    this.previous[record] = this.last[asset]!;
    this.open[asset] = record;
    this.last[asset] = record;
    return record;
  }

  /** The asset's interval that holds the instant `tick`, -1 where it was at 1. */
  at(asset: number, tick: number): number {
    let record = this.last[asset]!;
    while (record !== -1 && this.fromTick[record]! > tick) record = this.previous[record]!;
    return record !== -1 && this.toTick[record]! > tick ? record : -1;
  }

  /** Ends the intervals that are still open at the horizon. */
  close(horizonTick: number): void {
    for (let record = 0; record < this.count; record += 1) {
      if (this.toTick[record]! > horizonTick) this.toTick[record] = horizonTick;
    }
  }

  reset(): void {
    for (let record = 0; record < this.count; record += 1) {
      this.open[this.asset[record]!] = -1;
      this.last[this.asset[record]!] = -1;
    }
    this.count = 0;
    this.cause.length = 0;
  }

  private grow(): void {
    const larger = this.asset.length * 2;
    this.asset = copy(this.asset, new Int32Array(larger));
    this.fromTick = copy(this.fromTick, new Float64Array(larger));
    this.toTick = copy(this.toTick, new Float64Array(larger));
    this.level = copy(this.level, new Float64Array(larger));
    this.previous = copy(this.previous, new Int32Array(larger));
  }
}

function copy<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
