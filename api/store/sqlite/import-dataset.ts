import { setImmediate as nextTurn } from "node:timers/promises";
import { type Dataset, type DatasetChange, datasetChange, networkCommodity } from "../../../analyzer/index.ts";
import { findRevision, refuseStale, revisionOf } from "../dataset-history.ts";
import type { DatasetLayout } from "../dataset-layout.ts";
import { searchText } from "../search-text.ts";
import type { DatasetArchive, ImportOptions, RestoreOptions, Revision } from "../store.ts";
import { StoreError } from "../store-error.ts";
import { findDataset, readContent } from "./read-dataset.ts";
import type { Statements } from "./statements.ts";

/** Rows written before others of this process get a turn. */
const rowsPerTurn = 2_000;

/**
 * Writes a dataset in place of what is stored under its id, in one transaction on a handle of its own, so that other
 * handles read on undisturbed. An error or abort takes everything back. Returns the new revision.
 */
export function importDataset(
  sql: Statements,
  dataset: Dataset,
  hash: string,
  layout: DatasetLayout,
  options: ImportOptions,
): Promise<number> {
  return sql.writeInTurns(async () => {
    const { id } = dataset.description;
    const before = findDataset(sql, id);
    refuseStale(id, before?.revision ?? 0, options);
    const change = before === undefined ? null : datasetChange(readContent(sql, before), dataset);
    const { number, revision } = putDataset(sql, dataset, { hash, at: options.at, layout });
    const body = revisionOf(revision, { hash, counts: layout.counts }, options);
    insertRevision(sql, number, body, change);
    deleteRows(sql, number);
    await insertRows(sql, number, dataset, layout, options);
    return revision;
  });
}

/** Writes an archive of a dataset that is not there, in one transaction as an import. */
export function restoreDataset(
  sql: Statements,
  { dataset, revisions, changes, documents }: DatasetArchive,
  layout: DatasetLayout,
  options: RestoreOptions,
): Promise<void> {
  return sql.writeInTurns(async () => {
    const { id } = dataset.description;
    if (findDataset(sql, id) !== undefined)
      throw new StoreError("STORE_CONFLICT", `The store holds a dataset ${JSON.stringify(id)}`);
    const { hash, at, revision } = findRevision(revisions, id, revisions.length);
    const { number } = putDataset(sql, dataset, { hash, at, layout });
    sql.run("UPDATE dataset SET revision = ? WHERE number = ?", revision, number);
    revisions.forEach((body, index) => insertRevision(sql, number, body, changes[index - 1] ?? null));
    for (const { kind, id: name, body } of documents)
      sql.run("INSERT INTO document VALUES (?, ?, ?, ?)", number, kind, name, JSON.stringify(body));
    await insertRows(sql, number, dataset, layout, options);
  });
}

function insertRevision(sql: Statements, number: number, body: Revision, change: DatasetChange | null): void {
  const insert = "INSERT INTO revision (dataset, revision, body, change) VALUES (?, ?, ?, ?)";
  sql.run(insert, number, body.revision, JSON.stringify(body), change === null ? null : JSON.stringify(change));
}

function putDataset(
  sql: Statements,
  { description }: Dataset,
  { hash, at, layout: { counts } }: { readonly hash: string; readonly at: string; readonly layout: DatasetLayout },
): { number: number; revision: number } {
  const { id } = description;
  const put = `INSERT INTO dataset (id, hash, revision, imported_at, counts, description) VALUES (?, ?, 1, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, revision = revision + 1, imported_at = excluded.imported_at,
      counts = excluded.counts, description = excluded.description
    RETURNING number, revision`;
  const texts = [JSON.stringify(counts), JSON.stringify(description)];
  const row = sql.all<{ number: number; revision: number }>(put, id, hash, at, ...texts)[0];
  if (row === undefined) throw new Error("SQLite gave no row for what it was told to return");
  return row;
}

/** Takes all rows of a dataset away, those that refer to others first. */
export function deleteRows(sql: Statements, number: number): void {
  for (const table of ["connection", "dependency", "asset_state", "asset"] as const)
    sql.run(`DELETE FROM ${table} WHERE dataset = ?`, number);
}

async function insertRows(
  sql: Statements,
  number: number,
  dataset: Dataset,
  { rows, position }: DatasetLayout,
  { signal, onProgress }: RestoreOptions,
): Promise<void> {
  let done = 0;
  const insert = async <T>(
    list: readonly T[],
    statement: string,
    values: (row: T) => (string | number | null)[],
  ): Promise<void> => {
    for (const [n, row] of list.entries()) {
      sql.run(statement, number, n, ...values(row));
      done += 1;
      if (done % rowsPerTurn !== 0) continue;
      onProgress?.(done, rows);
      await nextTurn();
      signal?.throwIfAborted();
    }
  };
  await insert(dataset.assets, "INSERT INTO asset VALUES (?, ?, ?, ?, ?, ?, ?)", (asset) => {
    return [asset.id, asset.sector, asset.kind, searchText(asset), JSON.stringify(asset)];
  });
  for (const [n, asset] of dataset.assets.entries())
    for (const { state, share } of asset.states)
      sql.run("INSERT INTO asset_state VALUES (?, ?, ?, ?)", number, state, n, share);
  await insert(dataset.dependencies, "INSERT INTO dependency VALUES (?, ?, ?, ?, ?)", (row) => {
    const provider = networkCommodity(row.provider) === null ? position(row.provider) : null;
    return [provider, position(row.dependent), JSON.stringify(row)];
  });
  await insert(dataset.connections, "INSERT INTO connection VALUES (?, ?, ?, ?, ?)", (row) => {
    return [position(row.a), position(row.b), JSON.stringify(row)];
  });
  onProgress?.(rows, rows);
  signal?.throwIfAborted();
}
