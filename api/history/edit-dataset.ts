import { applyOverlay, hasErrors, type Issue, type Overlay } from "../../analyzer/index.ts";
import type { ImportOutcome, Store } from "../store/store.ts";
import { notFound } from "../store/store-error.ts";
import { checkStored } from "./check-stored.ts";
import { guardedWrite, type WriteOptions } from "./guarded-write.ts";
import { staleError } from "./stale-error.ts";

/** An overlay to apply for good. `why` left out: the overlay's title. */
export interface EditOptions extends WriteOptions {
  readonly overlay: Overlay;
}

/** A revision of kind `edit` was written (unless nothing changed), with warnings; or why not: nothing was written then. */
export type EditOutcome =
  | ({
      readonly kind: "written";
      readonly issues: readonly Issue[];
      /** Those of them that the dataset did not have before. */
      readonly raised: readonly Issue[];
    } & ImportOutcome)
  | { readonly kind: "refused"; readonly refused: "overlay" | "dataset"; readonly issues: readonly Issue[] };

/**
 * Applies an overlay to what the store holds of a dataset, for good: the outcome has to pass the checks of an import. Throws
 * `StaleError` where the dataset is not at `expectedRevision` (any more), and `StoreError`. O(n log n) in the rows.
 */
export async function editDataset(
  store: Store,
  id: string,
  { overlay, ...options }: EditOptions,
): Promise<EditOutcome> {
  const summary = await store.dataset(id);
  if (summary === null) throw notFound("dataset", id);
  const { why = overlay.title, expectedRevision = summary.revision } = options;
  if (expectedRevision !== summary.revision) throw await staleError(store, id, expectedRevision, overlay);
  const before = await store.readDataset(id, { revision: expectedRevision });
  const { dataset, issues: faults } = applyOverlay(before, overlay);
  if (hasErrors(faults)) return { kind: "refused", refused: "overlay", issues: faults };
  const issues = [...faults, ...checkStored(dataset)];
  if (hasErrors(issues)) return { kind: "refused", refused: "dataset", issues };
  options.signal?.throwIfAborted();
  const outcome = await guardedWrite(store, dataset, { ...options, kind: "edit", why, expectedRevision }, overlay);
  const known = new Set(checkStored(before).map(keyOf));
  return { kind: "written", issues, raised: issues.filter((issue) => !known.has(keyOf(issue))), ...outcome };
}

/** Issues of what is in no file differ by what they say. */
function keyOf({ code, column, value, text }: Issue): string {
  return JSON.stringify([code, column, value, text]);
}
