import {
  byId,
  compareIds,
  datasetChange,
  datasetHash,
  type Asset,
  type Dataset,
  type DatasetChange,
  type DatasetDescription,
} from "../../analyzer/index.ts";
import { checkPage } from "./check-page.ts";
import { checkNames, checkRunTexts, checkTexts } from "./check-text.ts";
import { checkArchive, findRevision, refuseStale, revisionOf, rewound } from "./dataset-history.ts";
import { layOut } from "./dataset-layout.ts";
import { findAssets } from "./find-assets.ts";
import { findNeighbours } from "./find-neighbours.ts";
import { findPath } from "./find-path.ts";
import { runSummary } from "./run-summary.ts";
import type * as port from "./store.ts";
import { notFound, StoreError } from "./store-error.ts";

interface Held {
  readonly dataset: Dataset;
  readonly summary: port.DatasetSummary;
  readonly revisions: readonly port.Revision[];
  /** What led to each revision but the first. */
  readonly changes: readonly (DatasetChange | null)[];
  readonly documents: Readonly<Record<port.DocumentKind, Map<string, unknown>>>;
}

/**
 * The null version of a store: everything lives and dies with the process. Nothing waits for the outside, so each
 * operation happens at once; the other adapters are compared with this one.
 */
export class MemoryStore implements port.Store {
  readonly kind = "memory";
  readonly address = "memory:";
  readonly #datasets = new Map<string, Held>();
  readonly #runs = new Map<string, port.RunRecord>();

  async ping(): Promise<void> {}
  async close(): Promise<void> {}

  async datasets(): Promise<readonly port.DatasetSummary[]> {
    return inOrder([...this.#datasets.values()].map((held) => held.summary));
  }

  async dataset(id: string): Promise<port.DatasetSummary | null> {
    checkTexts(id);
    return this.#datasets.get(id)?.summary ?? null;
  }

  async description(id: string): Promise<DatasetDescription> {
    return this.#held(id).dataset.description;
  }

  async importDataset(dataset: Dataset, options: port.ImportOptions): Promise<port.ImportOutcome> {
    options.signal?.throwIfAborted();
    const { counts, rows } = layOut(dataset);
    const { id, title, version } = dataset.description;
    const hash = datasetHash(dataset);
    const before = this.#datasets.get(id);
    refuseStale(id, before?.summary.revision ?? 0, options);
    if (before?.summary.hash === hash) return { changed: false, revision: before.summary.revision, hash };
    options.onProgress?.(rows, rows);
    options.signal?.throwIfAborted();
    const revision = (before?.summary.revision ?? 0) + 1;
    const held = structuredClone(dataset);
    this.#datasets.set(id, {
      dataset: held,
      summary: { id, title, version, hash, revision, importedAt: options.at, counts },
      revisions: [...(before?.revisions ?? []), revisionOf(revision, { hash, counts }, options)],
      changes: before === undefined ? [] : [...before.changes, datasetChange(before.dataset, held)],
      documents: before?.documents ?? { scenario: new Map(), overlay: new Map() },
    });
    return { changed: true, revision, hash };
  }

  async removeDataset(id: string): Promise<void> {
    this.#held(id);
    this.#datasets.delete(id);
  }

  async readDataset(id: string, options: port.ReadOptions = {}): Promise<Dataset> {
    const { dataset, summary, revisions, changes } = this.#held(id);
    const { assets, dependencies, connections } = summary.counts;
    const rows = assets + dependencies + connections;
    const { revision = summary.revision } = options;
    const { hash } = findRevision(revisions, id, revision);
    const found = revision === summary.revision ? dataset : rewound(dataset, changes.slice(revision - 1), hash);
    options.onProgress?.(rows, rows);
    return found;
  }

  async revisions(id: string): Promise<readonly port.Revision[]> {
    return this.#held(id).revisions;
  }

  async archiveDataset(id: string): Promise<port.DatasetArchive> {
    const { dataset, revisions, changes, documents } = this.#held(id);
    const kinds = ["overlay", "scenario"] as const;
    const kept = kinds.flatMap((kind) =>
      inOrder([...documents[kind]].map(([name, body]) => ({ kind, id: name, body }))),
    );
    return { dataset, revisions, changes, documents: kept };
  }

  async restoreDataset(archive: port.DatasetArchive, { signal, onProgress }: port.RestoreOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    const { counts, rows } = layOut(archive.dataset);
    checkArchive(archive);
    const { dataset, revisions, changes, documents } = structuredClone(archive);
    const { id, title, version } = dataset.description;
    if (this.#datasets.has(id))
      throw new StoreError("STORE_CONFLICT", `The store holds a dataset ${JSON.stringify(id)}`);
    const { revision, hash, at: importedAt } = findRevision(revisions, id, revisions.length);
    const named = (kind: port.DocumentKind) =>
      new Map(documents.filter((each) => each.kind === kind).map((each) => [each.id, each.body]));
    onProgress?.(rows, rows);
    signal?.throwIfAborted();
    this.#datasets.set(id, {
      dataset,
      summary: { id, title, version, hash, revision, importedAt, counts },
      revisions,
      changes,
      documents: { scenario: named("scenario"), overlay: named("overlay") },
    });
  }

  async assets(id: string, query: port.AssetQuery): Promise<port.AssetPage> {
    checkTexts(query.text, query.sector, query.state, query.kind);
    return findAssets(this.#held(id).dataset.assets, query);
  }

  async asset(id: string, assetId: string): Promise<Asset | null> {
    checkTexts(assetId);
    return this.#held(id).dataset.assets.find((asset) => asset.id === assetId) ?? null;
  }

  async path(
    id: string,
    providerId: string,
    dependentId: string,
    { maxSteps }: port.PathOptions,
  ): Promise<readonly string[] | null> {
    checkTexts(providerId, dependentId);
    return findPath(this.#held(id).dataset, [providerId, dependentId], maxSteps);
  }

  async neighbours(id: string, assetId: string): Promise<port.Neighbours> {
    checkTexts(assetId);
    return findNeighbours(this.#held(id).dataset, assetId);
  }

  async saveDocument(id: string, kind: port.DocumentKind, documentId: string, body: unknown): Promise<void> {
    checkNames(documentId);
    this.#held(id).documents[kind].set(documentId, structuredClone(body));
  }

  async documents(id: string, kind: port.DocumentKind): Promise<readonly port.StoredDocument[]> {
    return inOrder([...this.#held(id).documents[kind]].map(([documentId, body]) => ({ id: documentId, body })));
  }

  async document(id: string, kind: port.DocumentKind, documentId: string): Promise<port.StoredDocument | null> {
    checkTexts(documentId);
    const documents = this.#held(id).documents[kind];
    return documents.has(documentId) ? { id: documentId, body: documents.get(documentId) } : null;
  }

  async removeDocument(id: string, kind: port.DocumentKind, documentId: string): Promise<void> {
    checkTexts(documentId);
    if (!this.#held(id).documents[kind].delete(documentId)) throw notFound(kind, documentId);
  }

  async saveRun(record: port.RunRecord): Promise<void> {
    checkRunTexts(record);
    this.#runs.set(record.id, structuredClone(record));
  }

  async runs(datasetId: string | undefined, page: port.Page): Promise<port.RunPage> {
    checkPage(page);
    checkTexts(datasetId);
    const found = [...this.#runs.values()]
      .filter((run) => datasetId === undefined || run.dataset.id === datasetId)
      .sort((a, b) => compareIds(b.startedAt, a.startedAt) || compareIds(a.id, b.id));
    const runs = found.slice(page.offset, page.offset + page.limit).map(runSummary);
    return { total: found.length, runs };
  }

  async run(runId: string): Promise<port.RunRecord | null> {
    checkTexts(runId);
    return this.#runs.get(runId) ?? null;
  }

  async dropResult(runId: string): Promise<void> {
    checkTexts(runId);
    const run = this.#runs.get(runId);
    if (run === undefined) throw notFound("run", runId);
    this.#runs.set(runId, { ...run, result: null });
  }

  async removeRun(runId: string): Promise<void> {
    checkTexts(runId);
    if (!this.#runs.delete(runId)) throw notFound("run", runId);
  }

  #held(id: string): Held {
    checkTexts(id);
    const held = this.#datasets.get(id);
    if (held === undefined) throw notFound("dataset", id);
    return held;
  }
}

function inOrder<T extends { readonly id: string }>(rows: T[]): T[] {
  return rows.sort(byId);
}
