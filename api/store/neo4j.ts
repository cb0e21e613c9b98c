import {
  byId,
  type Asset,
  compareIds,
  type Dataset,
  datasetChange,
  type DatasetDescription,
  datasetHash,
} from "../../analyzer/index.ts";
import { checkPage } from "./check-page.ts";
import { checkTexts } from "./check-text.ts";
import { checkArchive, findRevision, refuseStale, revisionOf, rewound } from "./dataset-history.ts";
import { layOut } from "./dataset-layout.ts";
import { readChanges } from "./neo4j/changes.ts";
import { cleanUp } from "./neo4j/clean-up.ts";
import { allDocuments, findDocuments, removeDocument, saveDocument } from "./neo4j/documents.ts";
import { importDataset } from "./neo4j/import-dataset.ts";
import { migrate } from "./neo4j/migrate.ts";
import { Neo4jClient, whole } from "./neo4j/neo4j-client.ts";
import { readNeighbours } from "./neo4j/read-neighbours.ts";
import { readPath } from "./neo4j/read-path.ts";
import { readRows, readWhole, returnAsset } from "./neo4j/read-rows.ts";
import { readAsset } from "./neo4j/row-properties.ts";
import { dropResult, findRun, listRuns, removeRun, saveRun } from "./neo4j/runs.ts";
import { findVisible, parseDescription, parseSummary, readRevisions, readVisible } from "./neo4j/snapshots.ts";
import { searchWords } from "./search-text.ts";
import type * as port from "./store.ts";
import { notFound, StoreError } from "./store-error.ts";

const defaultUser = "neo4j";

/**
 * Connects to a server (`neo4j://HOST:PORT`, without user and password), makes keys and clears what dead imports
 * left.
 */
export async function openNeo4jStore(
  server: string,
  database: string,
  { user = defaultUser, password }: { readonly user?: string; readonly password?: string },
): Promise<port.Store> {
  if (password === undefined) throw new StoreError("STORE_UNAUTHORIZED", `No password for ${user} at ${server}`);
  const client = new Neo4jClient(server, database, user, password);
  try {
    await migrate(client);
    await cleanUp(client);
  } catch (error) {
    await client.close();
    throw error;
  }
  return new Neo4jStore(client);
}

const findAssets = `
MATCH (a:Asset {snapshot: $snapshot}) WHERE a.id IS NOT NULL
  AND ($sector IS NULL OR a.sector = $sector)
  AND ($kind IS NULL OR a.kind = $kind)
  AND ($state IS NULL OR EXISTS { (a)-[:IN_STATE]->(:State {code: $state}) })
  AND all(word IN $words WHERE a.search_text CONTAINS word)`;

/** The rows go with the snapshot's clean-up. */
const removeDataset = `
MATCH (d:Dataset {id: $id}) SET d.locked = true
WITH d MATCH (s:Snapshot {id: d.snapshot}) SET s.dropped = true
WITH d
CALL () { MATCH (c:Change {dataset: $id}) DELETE c }
CALL () { MATCH (x:Revision {dataset: $id}) WHERE x.revision IS NOT NULL DELETE x }
CALL () { MATCH (x:Document {dataset: $id}) WHERE x.kind IS NOT NULL AND x.id IS NOT NULL DELETE x }
WITH d, d.id AS id DELETE d
RETURN id`;

/**
 * A Neo4j server. What lies in it is described in neo4j/graph-schema.ts. Statements are fixed texts, all values are
 * parameters.
 */
class Neo4jStore implements port.Store {
  readonly kind = "neo4j";
  readonly address: string;
  readonly #client: Neo4jClient;

  constructor(client: Neo4jClient) {
    this.#client = client;
    this.address = client.address;
  }

  async ping(): Promise<void> {
    await this.#client.read((query) => query("RETURN 1", {}));
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async datasets(): Promise<readonly port.DatasetSummary[]> {
    const cypher = "MATCH (d:Dataset) WHERE d.id IS NOT NULL AND d.summary IS NOT NULL RETURN d.summary AS summary";
    const { records } = await this.#client.read((query) => query<{ summary: string }>(cypher, {}));
    const found = records.map((row) => parseSummary(row.get("summary")));
    return found.sort(byId);
  }

  async dataset(id: string): Promise<port.DatasetSummary | null> {
    return (await this.#client.read((query) => findVisible(query, id)))?.summary ?? null;
  }

  description(id: string): Promise<DatasetDescription> {
    return readVisible(this.#client, id, async (_, visible) => parseDescription(visible));
  }

  async importDataset(dataset: Dataset, options: port.ImportOptions): Promise<port.ImportOutcome> {
    options.signal?.throwIfAborted();
    const layout = layOut(dataset);
    const hash = datasetHash(dataset);
    const { id } = dataset.description;
    const stored = await this.dataset(id);
    refuseStale(id, stored?.revision ?? 0, options);
    if (stored?.hash === hash) return { changed: false, revision: stored.revision, hash };
    const before = stored?.revision ?? 0;
    const change = stored === null ? null : datasetChange(await this.#at(id, before), dataset);
    const body = revisionOf(before + 1, { hash, counts: layout.counts }, options);
    const revisions = [{ body, change }];
    await importDataset(this.#client, { dataset, hash, layout, before, revisions, documents: [], options });
    return { changed: true, revision: before + 1, hash };
  }

  archiveDataset(id: string): Promise<port.DatasetArchive> {
    return readVisible(this.#client, id, async (query, visible) => ({
      dataset: await readWhole(query, visible, {}),
      revisions: await readRevisions(query, id),
      changes: await readChanges(query, id, 1),
      documents: (await allDocuments(query, id)).sort((a, b) => compareIds(a.kind, b.kind) || compareIds(a.id, b.id)),
    }));
  }

  async restoreDataset(archive: port.DatasetArchive, options: port.RestoreOptions = {}): Promise<void> {
    options.signal?.throwIfAborted();
    const { dataset, documents, changes } = archive;
    const layout = layOut(dataset);
    checkArchive(archive);
    const { id } = dataset.description;
    const { hash } = findRevision(archive.revisions, id, archive.revisions.length);
    if ((await this.dataset(id)) !== null)
      throw new StoreError("STORE_CONFLICT", `The store holds a dataset ${JSON.stringify(id)}`);
    const revisions = archive.revisions.map((body, index) => ({ body, change: changes[index - 1] ?? null }));
    await importDataset(this.#client, { dataset, hash, layout, before: 0, revisions, documents, options });
  }

  async removeDataset(id: string): Promise<void> {
    const { records } = await this.#client.write((query) => query(removeDataset, { id }));
    if (records.length === 0) throw notFound("dataset", id);
    await cleanUp(this.#client);
  }

  readDataset(id: string, options: port.ReadOptions = {}): Promise<Dataset> {
    return readVisible(this.#client, id, async (query, visible) => {
      const { revision = visible.summary.revision } = options;
      if (revision === visible.summary.revision) return readWhole(query, visible, options);
      const { hash } = findRevision(await readRevisions(query, id), id, revision);
      const last = await readWhole(query, visible, options);
      return rewound(last, await readChanges(query, id, revision), hash);
    });
  }

  revisions(id: string): Promise<readonly port.Revision[]> {
    return readVisible(this.#client, id, (query) => readRevisions(query, id));
  }

  async assets(id: string, query: port.AssetQuery): Promise<port.AssetPage> {
    checkPage(query);
    checkTexts(query.text);
    const { text, offset, limit, sector = null, kind = null, state = null } = query;
    return readVisible(this.#client, id, async (run, { snapshot, columns }) => {
      const found = { snapshot, sector, kind, state, words: searchWords(text) };
      const { records } = await run<{ total: number }>(`${findAssets} RETURN count(a) AS total`, found);
      const page = { ...found, columns: columns.assets, offset: whole(offset), limit: whole(limit) };
      const assets: Asset[] = [];
      const cypher = `${findAssets} WITH a ORDER BY a.n SKIP $offset LIMIT $limit ${returnAsset}`;
      for await (const row of readRows(run, cypher, page)) assets.push(readAsset(columns.assets, row));
      return { total: records[0]?.get("total") ?? 0, assets };
    });
  }

  asset(id: string, assetId: string): Promise<Asset | null> {
    const cypher = `MATCH (a:Asset {snapshot: $snapshot, id: $assetId}) ${returnAsset}`;
    return readVisible(this.#client, id, async (query, { snapshot, columns }) => {
      for await (const row of readRows(query, cypher, { snapshot, assetId, columns: columns.assets }))
        return readAsset(columns.assets, row);
      return null;
    });
  }

  async neighbours(id: string, assetId: string): Promise<port.Neighbours> {
    const found = await readVisible(this.#client, id, (query, visible) => readNeighbours(query, visible, assetId));
    if (found === null) throw notFound("asset", assetId);
    return found;
  }

  async path(
    id: string,
    providerId: string,
    dependentId: string,
    { maxSteps }: port.PathOptions,
  ): Promise<readonly string[] | null> {
    checkTexts(providerId, dependentId);
    return readVisible(this.#client, id, (query, visible) =>
      readPath(query, visible, [providerId, dependentId], maxSteps),
    );
  }

  saveDocument(id: string, kind: port.DocumentKind, documentId: string, body: unknown): Promise<void> {
    return saveDocument(this.#client, id, kind, { id: documentId, body });
  }

  documents(id: string, kind: port.DocumentKind): Promise<readonly port.StoredDocument[]> {
    return findDocuments(this.#client, id, kind, null);
  }

  async document(id: string, kind: port.DocumentKind, documentId: string): Promise<port.StoredDocument | null> {
    return (await findDocuments(this.#client, id, kind, documentId))[0] ?? null;
  }

  removeDocument(id: string, kind: port.DocumentKind, documentId: string): Promise<void> {
    return removeDocument(this.#client, id, kind, documentId);
  }

  saveRun(record: port.RunRecord): Promise<void> {
    return saveRun(this.#client, record);
  }

  async runs(datasetId: string | undefined, page: port.Page): Promise<port.RunPage> {
    checkPage(page);
    return listRuns(this.#client, datasetId ?? null, page);
  }

  run(runId: string): Promise<port.RunRecord | null> {
    return findRun(this.#client, runId);
  }

  dropResult(runId: string): Promise<void> {
    return dropResult(this.#client, runId);
  }

  removeRun(runId: string): Promise<void> {
    return removeRun(this.#client, runId);
  }

  /** The content at the revision that a write is going to follow. */
  #at(id: string, revision: number): Promise<Dataset> {
    return readVisible(this.#client, id, (query, visible) => {
      if (visible.summary.revision !== revision)
        throw new StoreError("STORE_CONFLICT", `Dataset ${JSON.stringify(id)} is no longer at revision ${revision}`);
      return readWhole(query, visible, {});
    });
  }
}
