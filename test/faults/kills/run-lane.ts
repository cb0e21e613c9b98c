import type { Store } from "../../../api/store/store.ts";
import { StoreError } from "../../../api/store/store-error.ts";
import type { LaneState } from "./lane-state.ts";
import { chooseOperation } from "./operations.ts";

/** Where a lane starts: its state, the number of its next write, and the seed that chooses the writes. */
export interface LaneStart {
  readonly lane: string;
  readonly state: LaneState;
  readonly next: number;
  readonly seed: number;
}

/** What is told of a write. `failed` carries the store's code, or the text of an error that is none of the store's. */
export type WriteEvent = readonly [event: "begin" | "done" | "failed", lane: string, n: number, detail?: string];

/** Writes without end, one write after the other, and tells of each; ends at the first that fails. */
export async function runLane(
  store: Store,
  { lane, state: from, next, seed }: LaneStart,
  tell: (event: WriteEvent) => void,
): Promise<void> {
  let state = from;
  for (let n = next; ; n += 1) {
    const operation = chooseOperation(seed, n, state);
    tell(["begin", lane, n, operation.name]);
    try {
      await operation.ask(store, lane, n, state);
    } catch (error) {
      tell(["failed", lane, n, error instanceof StoreError ? error.code : `no store error: ${String(error)}`]);
      return;
    }
    tell(["done", lane, n]);
    state = operation.after(state, n);
  }
}
