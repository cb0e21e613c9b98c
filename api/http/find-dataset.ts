import { revisionAsOf } from "../history/as-of.ts";
import type { DatasetSummary, Store } from "../store/store.ts";
import { ProblemError } from "./problems.ts";

/**
 * What the store says of a dataset, or a 404 problem that names it.
 *
 * @param asOf a past revision or time (see `revisionAsOf`): hash, revision, time and counts are those of then. Throws
 *   `HistoryError`.
 */
export async function findDataset(store: Store, id: string, asOf?: string): Promise<DatasetSummary> {
  const summary = await store.dataset(id);
  if (summary === null) throw new ProblemError("DATASET_NOT_FOUND", `There is no dataset "${id}" in the store.`);
  if (asOf === undefined) return summary;
  const { revision, hash, at: importedAt, counts } = revisionAsOf(await store.revisions(id), id, asOf);
  return { ...summary, revision, hash, importedAt, counts };
}
