import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../store-error.ts";
import { answerMs, type Presence } from "./presence.ts";

/** After so long without a word the server is asked whether it is there: who waits for a dead one waits under 5 s. */
const silentMs = 1_500;
/** The longest statement without a word, also of a server that is there: its answer may have been lost on the way. */
const longestMs = 120_000;

/**
 * Does `work`, which says so whenever it hears from the server, and gives up on it where the server neither says
 * anything nor answers when asked: the driver by itself waits for an answer without end. A statement that takes long on
 * a server that is there is waited for. Fails with `STORE_UNREACHABLE` or as `work` does.
 */
export function unlessSilent<T>(presence: Presence, work: (heard: () => void) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let last = performance.now();
    let isOver = false;
    let timer: NodeJS.Timeout;
    const watch = (ms: number): void => {
      timer = setTimeout(() => void look(), ms);
    };
    const look = async (): Promise<void> => {
      const since = last;
      const silence = performance.now() - since;
      if (silence < silentMs) return watch(silentMs - silence);
      const isThere = await answersInTime(presence);
      if (isOver) return;
      if (last !== since || (isThere && silence < longestMs)) return watch(silentMs);
      presence.isGone();
      isOver = true;
      reject(silentError(presence.address, performance.now() - since));
    };
    watch(silentMs);
    // What was given up is not to take place later, when the driver tries it again on a server that came back.
    const heard = (): void => {
      if (isOver) throw silentError(presence.address, performance.now() - last);
      last = performance.now();
    };
    work(heard)
      .then(resolve, reject)
      .finally(() => {
        isOver = true;
        clearTimeout(timer);
      });
  });
}

function silentError(address: string, ms: number): StoreError {
  return new StoreError("STORE_UNREACHABLE", `${address} has said nothing for ${(ms / 1_000).toFixed(1)} s`);
}

async function answersInTime(presence: Presence): Promise<boolean> {
  const asked = presence.asks().catch(() => false);
  const stop = new AbortController();
  const late = sleep(answerMs, false, { signal: stop.signal }).catch(() => false);
  const isThere = await Promise.race([asked, late]);
  stop.abort();
  // A thread that was busy for long finds the time over before it has read what has come meanwhile.
  await nextTurn();
  await nextTurn();
  return isThere || Promise.race([asked, Promise.resolve(false)]);
}
