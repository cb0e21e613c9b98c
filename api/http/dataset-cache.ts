import type { Dataset } from "../../analyzer/index.ts";
import { readStored } from "../store/read-stored.ts";
import type { SnapshotCache } from "../store/snapshot-cache.ts";
import type { DatasetSummary, Store } from "../store/store.ts";

const keptDatasets = 2;

/**
 * The datasets last asked for as a whole, by content hash: a drawing, its detail and its runs read the store once. Never
 * stale, since the caller brings hash and revision, of now or of the past.
 */
export class DatasetCache {
  readonly #store: Store;
  readonly #snapshots: SnapshotCache | null;
  readonly #held = new Map<string, Promise<Dataset>>();

  constructor(store: Store, snapshots: SnapshotCache | null) {
    this.#store = store;
    this.#snapshots = snapshots;
  }

  read(summary: DatasetSummary): Promise<Dataset> {
    const key = `${summary.id} ${summary.hash}`;
    const reading = this.#held.get(key) ?? readStored(this.#store, summary, this.#snapshots);
    this.#held.delete(key);
    this.#held.set(key, reading);
    for (const oldest of [...this.#held.keys()].slice(0, -keptDatasets)) this.#held.delete(oldest);
    reading.catch(() => this.#held.delete(key));
    return reading;
  }
}
