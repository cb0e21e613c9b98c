import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Goes through steps with a turn of the event loop between them, and gives what they end with. Rejects with the signal's reason
 * where aborted.
 */
export async function inTurns<Outcome>(
  steps: Generator<undefined, Outcome>,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await nextTurn();
    signal?.throwIfAborted();
  }
}
