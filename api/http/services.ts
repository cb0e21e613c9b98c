import type { SourceDocument } from "../dataset-source.ts";
import type { JobPort } from "../jobs/job-port.ts";
import type { SnapshotCache } from "../store/snapshot-cache.ts";
import type { DocumentKind, Store } from "../store/store.ts";

/** Documents that come with bundled datasets, read-only; an empty list for every other dataset. */
export interface ShippedDocuments {
  documents(datasetId: string, kind: DocumentKind): Promise<readonly SourceDocument[]>;
}

/** Everything the routes stand on. The app opens and closes none of it. */
export interface Services {
  readonly store: Store;
  readonly jobs: JobPort;
  readonly shipped: ShippedDocuments;
  readonly engine: string;
  /** Speeds up the reading of whole datasets. */
  readonly snapshots?: SnapshotCache;
  /** The clock: tests give a fixed one. */
  now(): Date;
}
