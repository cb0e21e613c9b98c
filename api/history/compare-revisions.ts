import type { Store } from "../store/store.ts";
import { revisionAsOf } from "./as-of.ts";
import { type DatasetDifference, datasetDifference } from "./dataset-difference.ts";
import { type ValidRevision, withValidTimes } from "./valid-times.ts";

/** Two revisions of a dataset and what leads from one to the other, whichever is the later. */
export interface RevisionsComparison extends DatasetDifference {
  readonly from: ValidRevision;
  readonly to: ValidRevision;
}

/**
 * Compares what a dataset was at two revisions or times (see `revisionAsOf`). Throws `HistoryError`, `StoreError`. O(rows).
 *
 * @param to left out: the last revision
 */
export async function compareRevisions(
  store: Store,
  id: string,
  from: string,
  to: string | undefined,
): Promise<RevisionsComparison> {
  const revisions = withValidTimes(await store.revisions(id));
  const earlier = revisionAsOf(revisions, id, from);
  const later = revisionAsOf(revisions, id, to ?? String(revisions.length));
  const before = await store.readDataset(id, { revision: earlier.revision });
  const after = await store.readDataset(id, { revision: later.revision });
  return { from: earlier, to: later, ...datasetDifference(before, after) };
}
