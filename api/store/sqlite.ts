import { createHash } from "node:crypto";
import {
  type Asset,
  byId,
  compareIds,
  type Dataset,
  type DatasetDescription,
  datasetHashSteps,
} from "../../analyzer/index.ts";
import { inTurns } from "../../datasets/in-turns.ts";
import { checkPage } from "./check-page.ts";
import { checkNames, checkRunTexts, checkTexts } from "./check-text.ts";
import { checkArchive, findRevision, refuseStale, rewound } from "./dataset-history.ts";
import { layOut, layOutSteps } from "./dataset-layout.ts";
import { resultBytes, runDescription } from "./run-summary.ts";
import { searchWords } from "./search-text.ts";
import { BusyWait } from "./sqlite/busy-wait.ts";
import { deleteRows, importDataset, restoreDataset } from "./sqlite/import-dataset.ts";
import { type DatasetRow, findDataset, readChanges, readContent } from "./sqlite/read-dataset.ts";
import { readNeighbours } from "./sqlite/read-neighbours.ts";
import { readPath } from "./sqlite/read-path.ts";
import { Statements } from "./sqlite/statements.ts";
import type * as port from "./store.ts";
import { notFound } from "./store-error.ts";
import { WriteQueue } from "./write-queue.ts";

interface DocumentRow {
  readonly id: string;
  readonly body: string;
}

interface RunRow {
  readonly summary: string;
  readonly overlay_bodies: string;
  readonly result: string;
  readonly result_bytes: number | null;
}

const foundRuns = "FROM run WHERE (:dataset IS NULL OR dataset_id = :dataset)";
const foundAssets = `FROM asset WHERE dataset = :dataset
  AND (:sector IS NULL OR sector = :sector)
  AND (:kind IS NULL OR kind = :kind)
  AND (:state IS NULL OR n IN (SELECT asset FROM asset_state WHERE dataset = :dataset AND state = :state))
  AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS word WHERE instr(search_text, word.value) = 0)`;

/**
 * The embedded store: one SQLite file in write-ahead mode, several readers beside one writer, each write one durable
 * transaction. Statements are fixed texts, all values are bound. Queries run on the calling thread: milliseconds for
 * a page, about a second to read 100,000 assets whole.
 */
export class SqliteStore implements port.Store {
  readonly kind = "sqlite";
  readonly address: string;
  readonly #path: string;
  readonly #sql: Statements;
  /** A handle for imports, opened for the first one. */
  #importing: Statements | undefined;
  readonly #writes = new WriteQueue();
  readonly #busyWait = new BusyWait();

  constructor(path: string) {
    this.address = `sqlite:${path}`;
    this.#path = path;
    this.#sql = new Statements(path, this.#busyWait);
  }

  async ping(): Promise<void> {
    this.#sql.read(() => this.#sql.all("SELECT number FROM dataset LIMIT 1"));
  }

  async close(): Promise<void> {
    await this.#writes.idle();
    this.#importing?.close();
    this.#sql.close();
  }

  async datasets(): Promise<readonly port.DatasetSummary[]> {
    return this.#sql.read(() => this.#sql.all<DatasetRow>("SELECT * FROM dataset").map(summary).sort(byId));
  }

  async dataset(id: string): Promise<port.DatasetSummary | null> {
    return this.#sql.read(() => {
      const row = findDataset(this.#sql, id);
      return row === undefined ? null : summary(row);
    });
  }

  async description(id: string): Promise<DatasetDescription> {
    return this.#sql.read(() => parseDescription(this.#row(id)));
  }

  async importDataset(dataset: Dataset, options: port.ImportOptions): Promise<port.ImportOutcome> {
    options.signal?.throwIfAborted();
    return this.#writes.run(async () => {
      options.signal?.throwIfAborted();
      const layout = await inTurns(layOutSteps(dataset), options.signal);
      const hash = await inTurns(datasetHashSteps(dataset, createHash("sha256")), options.signal);
      const { id } = dataset.description;
      const before = await this.dataset(id);
      refuseStale(id, before?.revision ?? 0, options);
      if (before?.hash === hash) return { changed: false, revision: before.revision, hash };
      return { changed: true, revision: await importDataset(this.#forImports(), dataset, hash, layout, options), hash };
    });
  }

  async restoreDataset(archive: port.DatasetArchive, options: port.RestoreOptions = {}): Promise<void> {
    options.signal?.throwIfAborted();
    const layout = layOut(archive.dataset);
    checkArchive(archive);
    return this.#writes.run(() => restoreDataset(this.#forImports(), archive, layout, options));
  }

  async archiveDataset(id: string): Promise<port.DatasetArchive> {
    return this.#sql.read(() => {
      const row = this.#row(id);
      const { number } = row;
      const documents = "SELECT kind, id, body FROM document WHERE dataset = ? ORDER BY kind";
      return {
        dataset: readContent(this.#sql, row),
        revisions: this.#revisions(number),
        changes: readChanges(this.#sql, number, 1),
        documents: this.#sql
          .all<DocumentRow & { kind: port.DocumentKind }>(documents, number)
          .map((each) => ({ kind: each.kind, ...parseDocument(each) }))
          .sort((a, b) => compareIds(a.kind, b.kind) || compareIds(a.id, b.id)),
      };
    });
  }

  removeDataset(id: string): Promise<void> {
    return this.#write(() => {
      const { number } = this.#row(id);
      deleteRows(this.#sql, number);
      this.#sql.run("DELETE FROM dataset WHERE number = ?", number);
    });
  }

  async readDataset(id: string, options: port.ReadOptions = {}): Promise<Dataset> {
    return this.#sql.read(() => {
      const row = this.#row(id);
      const { counts } = summary(row);
      const total = counts.assets + counts.dependencies + counts.connections;
      const { revision = row.revision } = options;
      const { hash } = findRevision(this.#revisions(row.number), id, revision);
      const last = readContent(this.#sql, row);
      const dataset =
        revision === row.revision ? last : rewound(last, readChanges(this.#sql, row.number, revision), hash);
      options.onProgress?.(total, total);
      return dataset;
    });
  }

  async revisions(id: string): Promise<readonly port.Revision[]> {
    return this.#sql.read(() => this.#revisions(this.#row(id).number));
  }

  async assets(id: string, query: port.AssetQuery): Promise<port.AssetPage> {
    checkPage(query);
    checkTexts(query.text);
    return this.#sql.read(() => {
      const found = {
        dataset: this.#row(id).number,
        sector: query.sector ?? null,
        kind: query.kind ?? null,
        state: query.state ?? null,
        words: JSON.stringify(searchWords(query.text)),
      };
      const page = { ...found, offset: query.offset, limit: query.limit };
      return {
        total: this.#count(`SELECT count(*) AS total ${foundAssets}`, found),
        assets: this.#sql.bodies<Asset>(`SELECT body ${foundAssets} ORDER BY n LIMIT :limit OFFSET :offset`, page),
      };
    });
  }

  async asset(id: string, assetId: string): Promise<Asset | null> {
    const sql = "SELECT body FROM asset WHERE dataset = ? AND id = ?";
    return this.#sql.read(() => this.#sql.bodies<Asset>(sql, this.#row(id).number, assetId)[0] ?? null);
  }

  async neighbours(id: string, assetId: string): Promise<port.Neighbours> {
    return this.#sql.read(() => {
      const dataset = this.#row(id).number;
      const [at] = this.#sql.all<{ n: number }>("SELECT n FROM asset WHERE dataset = ? AND id = ?", dataset, assetId);
      if (at === undefined) throw notFound("asset", assetId);
      return readNeighbours(this.#sql, dataset, at.n);
    });
  }

  async path(
    id: string,
    providerId: string,
    dependentId: string,
    { maxSteps }: port.PathOptions,
  ): Promise<readonly string[] | null> {
    checkTexts(providerId, dependentId);
    return this.#sql.read(() => readPath(this.#sql, this.#row(id).number, [providerId, dependentId], maxSteps));
  }

  async saveDocument(id: string, kind: port.DocumentKind, documentId: string, body: unknown): Promise<void> {
    checkNames(documentId);
    const sql = `INSERT INTO document VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body`;
    return this.#write(() => this.#sql.run(sql, this.#row(id).number, kind, documentId, JSON.stringify(body)));
  }

  async documents(id: string, kind: port.DocumentKind): Promise<readonly port.StoredDocument[]> {
    const sql = "SELECT id, body FROM document WHERE dataset = ? AND kind = ?";
    return this.#sql.read(() =>
      this.#sql.all<DocumentRow>(sql, this.#row(id).number, kind).map(parseDocument).sort(byId),
    );
  }

  async document(id: string, kind: port.DocumentKind, documentId: string): Promise<port.StoredDocument | null> {
    const sql = "SELECT id, body FROM document WHERE dataset = ? AND kind = ? AND id = ?";
    return this.#sql.read(() => {
      const [row] = this.#sql.all<DocumentRow>(sql, this.#row(id).number, kind, documentId);
      return row === undefined ? null : parseDocument(row);
    });
  }

  removeDocument(id: string, kind: port.DocumentKind, documentId: string): Promise<void> {
    const sql = "DELETE FROM document WHERE dataset = ? AND kind = ? AND id = ?";
    return this.#write(() => {
      if (this.#sql.run(sql, this.#row(id).number, kind, documentId) === 0) throw notFound(kind, documentId);
    });
  }

  async saveRun(record: port.RunRecord): Promise<void> {
    checkRunTexts(record);
    const sql = `INSERT INTO run (id, dataset_id, started_at, summary, overlay_bodies, result, result_bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET dataset_id = excluded.dataset_id, started_at = excluded.started_at,
        summary = excluded.summary, overlay_bodies = excluded.overlay_bodies, result = excluded.result,
        result_bytes = excluded.result_bytes`;
    const { id, dataset, startedAt, overlayBodies, result } = record;
    const texts = [JSON.stringify(runDescription(record)), JSON.stringify(overlayBodies), result ?? ""];
    const values = [id, dataset.id, startedAt, ...texts, resultBytes(record)];
    return this.#write(() => this.#sql.run(sql, ...values));
  }

  async runs(datasetId: string | undefined, page: port.Page): Promise<port.RunPage> {
    checkPage(page);
    const found = { dataset: datasetId ?? null };
    const window = { ...found, limit: page.limit, offset: page.offset };
    const sql = `SELECT summary, result_bytes ${foundRuns} ORDER BY started_at DESC, id LIMIT :limit OFFSET :offset`;
    return this.#sql.read(() => ({
      total: this.#count(`SELECT count(*) AS total ${foundRuns}`, found),
      runs: this.#sql.all<Omit<RunRow, "overlay_bodies" | "result">>(sql, window).map(parseRun),
    }));
  }

  async run(runId: string): Promise<port.RunRecord | null> {
    const sql = "SELECT summary, overlay_bodies, result, result_bytes FROM run WHERE id = ?";
    return this.#sql.read(() => {
      const [row] = this.#sql.all<RunRow>(sql, runId);
      if (row === undefined) return null;
      const found: port.RunDescription = JSON.parse(row.summary);
      const result = row.result_bytes === null ? null : row.result;
      return { ...found, overlayBodies: JSON.parse(row.overlay_bodies), result };
    });
  }

  dropResult(runId: string): Promise<void> {
    const sql = "UPDATE run SET result = '', result_bytes = NULL WHERE id = ?";
    return this.#write(() => {
      if (this.#sql.run(sql, runId) === 0) throw notFound("run", runId);
    });
  }

  removeRun(runId: string): Promise<void> {
    return this.#write(() => {
      if (this.#sql.run("DELETE FROM run WHERE id = ?", runId) === 0) throw notFound("run", runId);
    });
  }

  /** Waits for an import of this process that is under way, whose lock a synchronous wait would never see released. */
  #write(work: () => unknown): Promise<void> {
    return this.#writes.run(async () => {
      await this.#sql.write(work);
    });
  }

  /** The handle for imports. */
  #forImports(): Statements {
    this.#importing ??= new Statements(this.#path, this.#busyWait, { isFurther: true });
    return this.#importing;
  }

  #revisions(number: number): port.Revision[] {
    return this.#sql.bodies<port.Revision>("SELECT body FROM revision WHERE dataset = ? ORDER BY revision", number);
  }

  #row(id: string): DatasetRow {
    const row = findDataset(this.#sql, id);
    if (row === undefined) throw notFound("dataset", id);
    return row;
  }

  #count(sql: string, values: Readonly<Record<string, string | number | null>>): number {
    return this.#sql.all<{ total: number }>(sql, values)[0]?.total ?? 0;
  }
}

function summary(row: DatasetRow): port.DatasetSummary {
  const { title, version } = parseDescription(row);
  const { id, hash, revision, imported_at: importedAt } = row;
  return { id, title, version, hash, revision, importedAt, counts: JSON.parse(row.counts) };
}

function parseDescription({ description }: DatasetRow): DatasetDescription {
  return JSON.parse(description);
}

function parseRun({ summary: text, result_bytes }: Pick<RunRow, "summary" | "result_bytes">): port.RunSummary {
  const found: port.RunDescription = JSON.parse(text);
  return { ...found, resultBytes: result_bytes };
}

function parseDocument({ id, body }: DocumentRow): port.StoredDocument {
  return { id, body: JSON.parse(body) };
}
