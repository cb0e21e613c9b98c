/** Assets still to be looked at, each at most once at a time, first in first out. Also keeps who was in it at all. */
export class WorkList {
  /** Every asset added since `begin`, once each. */
  readonly seen: number[] = [];
  private readonly queued: Uint8Array;
  private readonly seenMark: Uint8Array;
  private queue: number[] = [];
  private head = 0;

  constructor(assetCount: number) {
    this.queued = new Uint8Array(assetCount);
    this.seenMark = new Uint8Array(assetCount);
  }

  begin(): void {
    for (const asset of this.seen) this.seenMark[asset] = 0;
    this.seen.length = 0;
  }

  add(asset: number): void {
    if (this.queued[asset] === 1) return;
    this.queued[asset] = 1;
    this.queue.push(asset);
    if (this.seenMark[asset] === 1) return;
    this.seenMark[asset] = 1;
    this.seen.push(asset);
  }

  /** The next asset, -1 where there is none. */
  take(): number {
    if (this.head === this.queue.length) {
      this.queue.length = 0;
      this.head = 0;
      return -1;
    }
    const asset = this.queue[this.head]!;
    this.head += 1;
    this.queued[asset] = 0;
    return asset;
  }
}
