import { setTimeout as sleep } from "node:timers/promises";
import { isBusy } from "./sqlite-errors.ts";

/** How long a write waits for another program's write before it fails as busy. */
const longestMs = 3_000;
/** So long where another write has just waited that long in vain. */
const stillBusyMs = 100;
const pollMs = 20;

/** Waiting for the lock that another program holds. The thread is free meanwhile: who reads need not wait. */
export class BusyWait {
  #gaveUpAt = Number.NEGATIVE_INFINITY;

  /** Tries until SQLite does not call itself busy any more, or for too long. */
  async until<T>(tryOnce: () => T): Promise<T> {
    const begun = performance.now();
    const patienceMs = begun - this.#gaveUpAt < longestMs ? stillBusyMs : longestMs;
    for (;;) {
      try {
        return tryOnce();
      } catch (error) {
        if (!isBusy(error)) throw error;
        const now = performance.now();
        if (now - begun > patienceMs) {
          this.#gaveUpAt = now;
          throw error;
        }
      }
      await sleep(pollMs);
    }
  }
}
