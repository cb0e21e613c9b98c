import type { DatasetSummary, Store } from "../store/store.ts";
import { ProblemError } from "./problems.ts";

/** What the store says of a dataset, or a 404 problem that names it. */
export async function findDataset(store: Store, id: string): Promise<DatasetSummary> {
  const summary = await store.dataset(id);
  if (summary === null) throw new ProblemError("DATASET_NOT_FOUND", `There is no dataset "${id}" in the store.`);
  return summary;
}
