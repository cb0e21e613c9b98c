import type { Dataset } from "../../analyzer/index.ts";
import type { DatasetSummary, Store } from "../store/store.ts";

const keptDatasets = 2;

/**
 * The datasets last asked for as a whole, by content hash: a drawing, its detail and its runs read the store once. Never
 * stale, since the caller brings hash and revision, of now or of the past.
 */
export class DatasetCache {
  readonly #store: Store;
  readonly #held = new Map<string, Promise<Dataset>>();

  constructor(store: Store) {
    this.#store = store;
  }

  read(summary: DatasetSummary): Promise<Dataset> {
    const key = `${summary.id} ${summary.hash}`;
    const reading = this.#held.get(key) ?? this.#store.readDataset(summary.id, { revision: summary.revision });
    this.#held.delete(key);
    this.#held.set(key, reading);
    for (const oldest of [...this.#held.keys()].slice(0, -keptDatasets)) this.#held.delete(oldest);
    reading.catch(() => this.#held.delete(key));
    return reading;
  }
}
