import type {
  Asset,
  Connection,
  Dataset,
  DatasetChange,
  DatasetDescription,
  Dependency,
} from "../../analyzer/index.ts";

/** How much of each thing a dataset holds; `states` and `sectors` are those its assets are in. */
export interface DatasetCounts {
  readonly assets: number;
  readonly dependencies: number;
  readonly connections: number;
  readonly states: number;
  readonly sectors: number;
}

/** What a list of datasets says of one. `hash` is the core's `datasetHash`, `revision` counts writes from 1. */
export interface DatasetSummary {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  readonly revision: number;
  /** ISO 8601, as given by the importer. */
  readonly importedAt: string;
  readonly counts: DatasetCounts;
}

/** What made a revision: rows from outside, a change of some of them, or the way back and forth between these. */
export type RevisionKind = "import" | "edit" | "undo" | "redo";

/**
 * One write that changed a dataset: who, when, why, and what it held from then on until the next one. Numbers give the
 * order; a clock may jump.
 */
export interface Revision {
  readonly revision: number;
  readonly kind: RevisionKind;
  /** The revision whose content an undo or redo brought back. */
  readonly restores?: number;
  readonly hash: string;
  readonly at: string;
  readonly by: string;
  readonly why?: string;
  readonly counts: DatasetCounts;
}

/** A dataset with all that is kept of it but its runs: what moves from one store to another. */
export interface DatasetArchive {
  /** As of the last revision. */
  readonly dataset: Dataset;
  /** The first one first. */
  readonly revisions: readonly Revision[];
  /** [position in `revisions` - 1] what led from the revision before to this one; null where that was not kept. */
  readonly changes: readonly (DatasetChange | null)[];
  readonly documents: readonly ArchivedDocument[];
}

export interface ArchivedDocument extends StoredDocument {
  readonly kind: DocumentKind;
}

/** Documents kept beside a dataset, each a JSON value named within its dataset and kind. */
export type DocumentKind = "scenario" | "overlay";

/** A stored document as it was saved. */
export interface StoredDocument {
  readonly id: string;
  readonly body: unknown;
}

/** Zero-based window of an ordered list; both numbers are whole and not negative. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/**
 * Which assets to list: every field that is given must hold. `text` is searched in id and name (see search-text.ts).
 */
export interface AssetQuery extends Page {
  readonly text?: string;
  readonly sector?: string;
  readonly state?: string;
  readonly kind?: string;
}

/** One page of assets by id, and how many there are in all. */
export interface AssetPage {
  readonly total: number;
  readonly assets: readonly Asset[];
}

/** What touches one asset: rows by id, and the assets at their other ends by id. */
export interface Neighbours {
  /** Rows in which the asset depends on something, networks included. */
  readonly providers: readonly Dependency[];
  /** Rows in which something depends on the asset. */
  readonly dependents: readonly Dependency[];
  readonly connections: readonly Connection[];
  readonly assets: readonly Asset[];
}

/** One analysis that was run to its end: what it was made from, and the hash of what came of it. */
export interface RunDescription {
  readonly id: string;
  /** `revision` is that of the store which held it; null for a dataset that came from elsewhere. */
  readonly dataset: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly revision: number | null;
  };
  readonly analysis: string;
  /** The parameters of the analysis, a JSON value. */
  readonly parameters: unknown;
  /** Ids of the overlays applied, in order. */
  readonly overlays: readonly string[];
  readonly engine: string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly resultHash: string;
}

/** The most dependencies a chain may have. */
export interface PathOptions {
  readonly maxSteps: number;
}

/** What a list of runs says of one. */
export interface RunSummary extends RunDescription {
  /** Length of the result's text in UTF-8; null where the result was dropped. */
  readonly resultBytes: number | null;
}

/** A run with all that is needed to make it again, and its result. */
export interface RunRecord extends RunDescription {
  /** The overlays applied, in order, whole. */
  readonly overlayBodies: readonly unknown[];
  /** The very JSON text that was made; null where it was dropped. */
  readonly result: string | null;
}

/** One page of runs, the newest start first (equal starts by id), and how many there are in all. */
export interface RunPage {
  readonly total: number;
  readonly runs: readonly RunSummary[];
}

/** Who writes, when (ISO 8601) and why; progress counts rows of all three tables. */
export interface ImportOptions {
  /** `import` unless said, with the revision brought back where it is an undo or redo. */
  readonly kind?: RevisionKind;
  readonly restores?: number;
  /** The revision that the writer has seen (0: none yet); with another one there it is `STORE_CONFLICT`. */
  readonly expectedRevision?: number;
  readonly by: string;
  readonly at: string;
  readonly why?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** `changed` is false where the stored dataset already had this hash; then nothing was written. */
export interface ImportOutcome {
  readonly changed: boolean;
  readonly revision: number;
  readonly hash: string;
}

export interface RestoreOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ReadOptions {
  /** A past revision in place of the last one; `STORE_NOT_FOUND` where there has been none or it was not kept. */
  readonly revision?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Where datasets, their documents and the runs made from them are kept. Three adapters answer alike (test/contract).
 *
 * Every operation may fail with a `StoreError`; one that names a dataset the store does not hold fails with
 * `STORE_NOT_FOUND` (only `dataset` answers null). Names and words of a search that no store could keep are refused as
 * `STORE_BAD_TEXT`. A failed or cancelled write leaves nothing behind.
 */
export interface Store {
  readonly kind: "memory" | "sqlite" | "neo4j";
  /** The store's URL, free of user and password. */
  readonly address: string;

  /** Asks whether the store answers. */
  ping(): Promise<void>;
  /** Gives handles and connections back; nothing else may be called afterwards. */
  close(): Promise<void>;

  /** All datasets, by id. */
  datasets(): Promise<readonly DatasetSummary[]>;
  dataset(id: string): Promise<DatasetSummary | null>;
  description(id: string): Promise<DatasetDescription>;

  /**
   * Puts a dataset in place of what is stored under its id, whole or not at all: until it ends, readers see what was
   * there before. The dataset has to be canonical and without loose ends (`STORE_BAD_DATASET`). Two imports of one
   * dataset at the same time end one after the other or one of them in `STORE_CONFLICT`. An abort rejects with the
   * signal's reason. What was there before stays readable as a past revision. With the content that is there already
   * nothing is written, whatever `kind` says.
   */
  importDataset(dataset: Dataset, options: ImportOptions): Promise<ImportOutcome>;
  /** Takes away a dataset with its revisions and documents. Runs made from it stay. */
  removeDataset(id: string): Promise<void>;
  /**
   * The whole dataset as it was imported, in canonical order; one consistent revision even while another is imported.
   */
  readDataset(id: string, options?: ReadOptions): Promise<Dataset>;
  /** What the writes were, the first one first. */
  revisions(id: string): Promise<readonly Revision[]>;
  /** All that is kept of a dataset, as of one moment. */
  archiveDataset(id: string): Promise<DatasetArchive>;
  /**
   * Puts an archive into the store, whole or not at all, revisions with their numbers and times. `STORE_CONFLICT` where the
   * store holds a dataset of that id, `STORE_BAD_DATASET` where content and history do not fit together.
   */
  restoreDataset(archive: DatasetArchive, options?: RestoreOptions): Promise<void>;

  assets(id: string, query: AssetQuery): Promise<AssetPage>;
  asset(id: string, assetId: string): Promise<Asset | null>;
  /** `STORE_NOT_FOUND` for an asset that the dataset does not have. */
  neighbours(id: string, assetId: string): Promise<Neighbours>;
  /**
   * Ids along the shortest chain of dependencies from a provider to an asset that depends on it, directly or not, both ends among
   * them; null where no chain of at most `maxSteps` dependencies leads there. Of several shortest chains it is the one whose
   * ids come first, compared one after the other from the provider on. Networks are no part of a chain. `STORE_NOT_FOUND`
   * for an asset that the dataset does not have.
   */
  path(id: string, providerId: string, dependentId: string, options: PathOptions): Promise<readonly string[] | null>;

  /** Saves a JSON value, in place of the document of that name if there is one. */
  saveDocument(id: string, kind: DocumentKind, documentId: string, body: unknown): Promise<void>;
  /** All documents of a kind, by id. */
  documents(id: string, kind: DocumentKind): Promise<readonly StoredDocument[]>;
  document(id: string, kind: DocumentKind, documentId: string): Promise<StoredDocument | null>;
  /** `STORE_NOT_FOUND` where there is no such document. */
  removeDocument(id: string, kind: DocumentKind, documentId: string): Promise<void>;

  /** Saves a run, in place of the run of that id if there is one: saving again is harmless. */
  saveRun(record: RunRecord): Promise<void>;
  /** Runs of all datasets, or of the one named (which need not be stored any more). */
  runs(datasetId: string | undefined, page: Page): Promise<RunPage>;
  run(runId: string): Promise<RunRecord | null>;
  /** Takes the result from a run and keeps the rest of it. `STORE_NOT_FOUND` where there is no such run. */
  dropResult(runId: string): Promise<void>;
  /** `STORE_NOT_FOUND` where there is no such run. */
  removeRun(runId: string): Promise<void>;
}
