import type { ImportOutcome, Store } from "../store/store.ts";
import { guardedWrite, type WriteOptions } from "./guarded-write.ts";
import { HistoryError } from "./history-error.ts";
import { staleError } from "./stale-error.ts";
import { redoTarget, undoTarget } from "./undo-stack.ts";

/** An undo or redo that was written, with the revision whose content it brought back. */
export interface StepOutcome extends ImportOutcome {
  readonly restores: number;
}

/**
 * Brings back what a dataset held before its last import or edit that is not undone, as a new revision of kind `undo`. Throws
 * `HistoryError` (`UNDO_NOTHING`; a `StaleError` where the dataset is not at `expectedRevision`) and `StoreError`.
 */
export async function undoDataset(store: Store, id: string, options: WriteOptions): Promise<StepOutcome> {
  return step(store, id, "undo", options);
}

/** The other way: what was undone last, as a new revision of kind `redo`. Throws alike, with `REDO_NOTHING`. */
export async function redoDataset(store: Store, id: string, options: WriteOptions): Promise<StepOutcome> {
  return step(store, id, "redo", options);
}

const steps = {
  undo: { target: undoTarget, refusal: "UNDO_NOTHING" },
  redo: { target: redoTarget, refusal: "REDO_NOTHING" },
} as const;

async function step(store: Store, id: string, kind: "undo" | "redo", options: WriteOptions): Promise<StepOutcome> {
  const revisions = await store.revisions(id);
  const there = revisions.at(-1)?.revision ?? 0;
  const { expectedRevision = there } = options;
  if (expectedRevision !== there) throw await staleError(store, id, expectedRevision);
  const { target, refusal } = steps[kind];
  const restores = target(revisions);
  if (restores === null) throw new HistoryError(refusal, `Dataset ${JSON.stringify(id)} is at revision ${there}`);
  const dataset = await store.readDataset(id, { revision: restores });
  const outcome = await guardedWrite(store, dataset, { ...options, kind, restores, expectedRevision });
  return { ...outcome, restores };
}
