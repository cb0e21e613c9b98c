import type { Cause } from "./trace.ts";

interface PastPotential {
  readonly level: number;
  /** The instant from which the level no longer counts. */
  readonly untilTick: number;
  readonly cause: Cause | null;
}

/**
 * The lowest potential each asset had within its restart window: a sliding-window minimum over ended intervals, as a
 * monotone queue per asset (levels ascend from the front, the front ends first).
 *
 * Cost: O(1) amortised per interval.
 */
export class RestartWindows {
  private readonly queues = new Map<number, PastPotential[]>();

  /** The lowest ended potential that still counts, 1 where there is none. */
  floor(asset: number): number {
    return this.queues.get(asset)?.[0]?.level ?? 1;
  }

  /** Why the asset had that lowest potential. */
  floorCause(asset: number): Cause | null {
    return this.queues.get(asset)?.[0]?.cause ?? null;
  }

  /** An interval at `level` ended; it counts until `untilTick`. Intervals must be added in order of time. */
  add(asset: number, level: number, untilTick: number, cause: Cause | null): void {
    let queue = this.queues.get(asset);
    if (queue === undefined) {
      queue = [];
      this.queues.set(asset, queue);
    }
    while (queue.length > 0 && queue.at(-1)!.level >= level) queue.pop();
    queue.push({ level, untilTick, cause });
  }

  /** Forgets what no longer counts at `tick`. */
  expire(asset: number, tick: number): void {
    const queue = this.queues.get(asset);
    if (queue === undefined) return;
    const kept = queue.findIndex((past) => past.untilTick > tick);
    queue.splice(0, kept === -1 ? queue.length : kept);
  }

  reset(): void {
    this.queues.clear();
  }
}
