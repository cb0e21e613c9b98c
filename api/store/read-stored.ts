import type { Dataset } from "../../analyzer/index.ts";
import type { SnapshotCache } from "./snapshot-cache.ts";
import type { DatasetSummary, Store } from "./store.ts";

/**
 * The dataset of that content and revision: from the snapshot cache where it is kept there, else from the store, and then kept.
 * What is in memory already is not kept once more.
 */
export async function readStored(
  store: Store,
  { id, hash, revision }: Pick<DatasetSummary, "id" | "hash" | "revision">,
  snapshots: SnapshotCache | null,
): Promise<Dataset> {
  const cache = cacheFor(store, snapshots);
  const kept = (await cache?.read(hash)) ?? null;
  // The id is part of what is hashed: it is this dataset, not another one with the same rows.
  if (kept !== null) return kept;
  const dataset = await store.readDataset(id, { revision });
  await cache?.write(hash, dataset);
  return dataset;
}

/** Keeps a dataset that was just written to the store: who asks for it first finds it compiled. */
export async function keepStored(
  store: Store,
  { hash }: Pick<DatasetSummary, "hash">,
  dataset: Dataset,
  snapshots: SnapshotCache | null,
): Promise<void> {
  await cacheFor(store, snapshots)?.write(hash, dataset);
}

function cacheFor({ kind }: Store, snapshots: SnapshotCache | null): SnapshotCache | null {
  return kind === "memory" ? null : snapshots;
}
