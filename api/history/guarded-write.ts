import type { Dataset, Overlay } from "../../analyzer/index.ts";
import type { ImportOptions, ImportOutcome, Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import { staleError } from "./stale-error.ts";

/** Who writes, when (ISO 8601 in UTC) and why, and the revision that the writer has seen: left out, the one that is there. */
export type WriteOptions = Omit<ImportOptions, "kind" | "restores">;

/**
 * Writes a revision on top of the one that is there, or tells in a `StaleError` what was written in the meantime.
 *
 * @param overlay the edit, to tell which rows it shares with what was written
 */
export async function guardedWrite(
  store: Store,
  dataset: Dataset,
  options: ImportOptions & { readonly expectedRevision: number },
  overlay?: Overlay,
): Promise<ImportOutcome> {
  try {
    return await store.importDataset(dataset, options);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "STORE_CONFLICT") throw error;
    throw await staleError(store, dataset.description.id, options.expectedRevision, overlay, { cause: error });
  }
}
