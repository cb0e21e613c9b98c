import { randomUUID } from "node:crypto";
import { type Dataset, type DatasetChange, networkCommodity } from "../../../analyzer/index.ts";
import type { DatasetLayout } from "../dataset-layout.ts";
import type { ArchivedDocument, DatasetCounts, DatasetSummary, RestoreOptions, Revision } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { writeChange } from "./changes.ts";
import { cleanUp } from "./clean-up.ts";
import { type Neo4jClient, whole } from "./neo4j-client.ts";
import { assetRow, connectionRow, dependencyRow, type WriteRow } from "./row-properties.ts";
import type { SnapshotColumns } from "./snapshots.ts";

/** Rows a statement: from 1,000 to 10,000 makes little difference (neo4j.md section 3). */
const batchRows = 5_000;

/** Each batch says that the import is alive, and writes nothing once its snapshot was dropped. */
const alive = `
MATCH (s:Snapshot {id: $snapshot}) WHERE NOT coalesce(s.dropped, false)
SET s.touched = timestamp()
WITH s UNWIND $rows AS row`;

const createAssets = `${alive}
CREATE (a:Asset {snapshot: $snapshot}) SET a += row.properties, a.n = toInteger(row.n)
WITH a, row UNWIND row.ends AS end
MATCH (state:State {code: end.state})
CREATE (a)-[:IN_STATE {share: end.share}]->(state)`;

const createDependencies = `${alive}
MATCH (dependent:Asset {snapshot: $snapshot, id: row.ends.dependent})
MATCH (provider:Asset {snapshot: $snapshot, id: row.ends.provider})
CREATE (dependent)-[r:DEPENDS_ON {snapshot: $snapshot}]->(provider) SET r += row.properties, r.n = toInteger(row.n)`;

const createNetworkDependencies = `${alive}
MATCH (dependent:Asset {snapshot: $snapshot, id: row.ends.dependent})
MATCH (network:Network {snapshot: $snapshot, commodity: row.ends.commodity})
CREATE (dependent)-[r:DEPENDS_ON {snapshot: $snapshot}]->(network) SET r += row.properties, r.n = toInteger(row.n)`;

const createConnections = `${alive}
MATCH (a:Asset {snapshot: $snapshot, id: row.ends.a})
MATCH (b:Asset {snapshot: $snapshot, id: row.ends.b})
CREATE (a)-[r:CONNECTED_TO {snapshot: $snapshot}]->(b) SET r += row.properties, r.n = toInteger(row.n)`;

const countRows = `
CALL () { MATCH (a:Asset {snapshot: $snapshot}) WHERE a.id IS NOT NULL RETURN count(a) AS assets }
CALL () { MATCH ()-[r:DEPENDS_ON {snapshot: $snapshot}]->() RETURN count(r) AS dependencies }
CALL () { MATCH ()-[r:CONNECTED_TO {snapshot: $snapshot}]->() RETURN count(r) AS connections }
RETURN assets, dependencies, connections`;

/**
 * Locks first, looks afterwards: a test before the lock would not be repeated once the lock is had (neo4j.md section
 * 6). Gives no row where somebody else was first, or took the snapshot for dead.
 */
const switchPointer = `
MERGE (d:Dataset {id: $id}) ON CREATE SET d.revision = 0
SET d.locked = true
WITH d MATCH (s:Snapshot {id: $snapshot}) SET s.locked = true
WITH d, s WHERE NOT coalesce(s.dropped, false) AND (d.revision = $expected OR d.snapshot = $snapshot)
OPTIONAL MATCH (old:Snapshot {id: d.snapshot}) WHERE old <> s
SET old.dropped = true, d.snapshot = $snapshot, d += $dataset, s += $columns
FOREACH (row IN $revisions |
  MERGE (v:Revision {dataset: $id, revision: toInteger(row.revision)}) SET v += row.properties, v.snapshot = $snapshot)
FOREACH (row IN $documents |
  MERGE (x:Document {dataset: $id, kind: row.kind, id: row.id}) SET x.body = row.body)
RETURN d.revision`;

/** What is written in one go, and seen in one go. */
export interface StagedImport {
  readonly dataset: Dataset;
  readonly hash: string;
  readonly layout: DatasetLayout;
  /** The revision that the new ones follow; 0 where there is none. */
  readonly before: number;
  /** The new ones, with what led to each. */
  readonly revisions: readonly StagedRevision[];
  readonly documents: readonly ArchivedDocument[];
  readonly options: RestoreOptions;
}

interface StagedRevision {
  readonly body: Revision;
  readonly change: DatasetChange | null;
}

/**
 * Writes a dataset under a fresh snapshot, in batches that nobody sees; counts what arrived; then moves the dataset's
 * pointer in one transaction. Whatever fails before that leaves the visible snapshot as it was.
 */
export async function importDataset(client: Neo4jClient, staged: StagedImport): Promise<void> {
  const snapshot = randomUUID();
  const { id } = staged.dataset.description;
  const begin = "CREATE (:Snapshot {id: $snapshot, dataset: $id, touched: timestamp()})";
  await client.once(begin, { snapshot, id });
  try {
    const columns = await writeRows(client, snapshot, staged);
    for (const { body, change } of staged.revisions) {
      staged.options.signal?.throwIfAborted();
      if (change !== null) await writeChange(client, snapshot, body.revision, change);
    }
    await checkCounts(client, snapshot, staged.layout);
    staged.options.signal?.throwIfAborted();
    await makeVisible(client, snapshot, staged, columns);
    await cleanUp(client);
  } catch (error) {
    const gone = error instanceof StoreError && error.code === "STORE_UNREACHABLE";
    if (!gone) await cleanUp(client, snapshot);
    throw error;
  }
}

/** Rows are made to properties batch by batch: of all of them at once a large dataset would take a gigabyte. */
async function writeRows(client: Neo4jClient, snapshot: string, staged: StagedImport): Promise<SnapshotColumns> {
  const { dataset, layout, options } = staged;
  let done = 0;
  const write = async <Row, Ends>(
    table: readonly Row[],
    convert: (row: Row) => WriteRow<Ends>,
    statementOf: (ends: Ends) => string,
  ): Promise<string[]> => {
    const columns = new Set<string>();
    for (let from = 0; from < table.length; from += batchRows) {
      const batch = table.slice(from, from + batchRows).map((row, at) => ({ ...convert(row), n: from + at }));
      for (const { properties } of batch) for (const column of Object.keys(properties)) columns.add(column);
      for (const cypher of new Set(batch.map(({ ends }) => statementOf(ends)))) {
        options.signal?.throwIfAborted();
        const rows = batch.filter(({ ends }) => statementOf(ends) === cypher);
        await client.once(cypher, { snapshot, rows });
        done += rows.length;
        options.onProgress?.(done, layout.rows);
      }
    }
    columns.delete("search_text");
    return [...columns];
  };
  await createEnds(client, snapshot, dataset);
  return {
    assets: await write(dataset.assets, assetRow, () => createAssets),
    dependencies: await write(dataset.dependencies, dependencyRow, ({ commodity }) =>
      commodity === null ? createDependencies : createNetworkDependencies,
    ),
    connections: await write(dataset.connections, connectionRow, () => createConnections),
  };
}

/** States are shared by all snapshots and stay; networks belong to one. */
async function createEnds(client: Neo4jClient, snapshot: string, { assets, dependencies }: Dataset): Promise<void> {
  const codes = [...new Set(assets.flatMap(({ states }) => states.map(({ state }) => state)))].sort();
  const providers = new Set(dependencies.map(({ provider }) => networkCommodity(provider)));
  const commodities = [...providers].filter((name) => name !== null);
  await client.write(async (query) => {
    await query("UNWIND $codes AS code MERGE (:State {code: code})", { codes });
    const networks = "UNWIND $commodities AS commodity MERGE (:Network {snapshot: $snapshot, commodity: commodity})";
    await query(networks, { snapshot, commodities });
  });
}

/** A row whose end is missing would have been left out without a word. */
async function checkCounts(client: Neo4jClient, snapshot: string, { counts }: DatasetLayout): Promise<void> {
  const { records } = await client.read((query) =>
    query<Record<keyof SnapshotColumns, number>>(countRows, { snapshot }),
  );
  for (const table of ["assets", "dependencies", "connections"] as const) {
    const found = records[0]?.get(table);
    if (found !== counts[table])
      throw new StoreError("STORE_CONFLICT", `${found ?? 0} of ${counts[table]} ${table} arrived in ${client.address}`);
  }
}

async function makeVisible(
  client: Neo4jClient,
  snapshot: string,
  { dataset, hash, layout: { counts }, before, revisions, documents }: StagedImport,
  columns: SnapshotColumns,
): Promise<void> {
  const { id, title, version } = dataset.description;
  const last = revisions.at(-1)?.body;
  if (last === undefined) throw new Error("an import makes a revision");
  const { revision, at: importedAt } = last;
  const summary: DatasetSummary = { id, title, version, hash, revision, importedAt, counts };
  const parameters = {
    id,
    snapshot,
    expected: whole(before),
    dataset: {
      title,
      version,
      hash,
      revision: whole(revision),
      imported_at: importedAt,
      summary: JSON.stringify(summary),
      description: JSON.stringify(dataset.description),
    },
    columns: {
      asset_columns: columns.assets,
      dependency_columns: columns.dependencies,
      connection_columns: columns.connections,
    },
    revisions: revisions.map(({ body }) => {
      const { revision: number, kind, hash: of, at, by, counts: rows } = body;
      const properties = { kind, hash: of, at, by, ...wholeCounts(rows), body: JSON.stringify(body) };
      return { revision: number, properties };
    }),
    documents: documents.map((document) => ({ ...document, body: JSON.stringify(document.body) })),
  };
  await client.write(async (query) => {
    const { records } = await query(switchPointer, parameters);
    // Throwing inside takes the transaction back, with the node that MERGE may have made.
    if (records.length === 0)
      throw new StoreError("STORE_CONFLICT", `Dataset ${JSON.stringify(id)} is no longer at revision ${before}`);
  });
}

/** Counts as properties of their own: what Cypher cannot take out of the JSON text beside them. */
function wholeCounts(counts: DatasetCounts): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, whole(count)]));
}
