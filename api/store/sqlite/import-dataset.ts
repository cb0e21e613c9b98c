import { setImmediate as nextTurn } from "node:timers/promises";
import { type Dataset, networkCommodity } from "../../../analyzer/index.ts";
import type { DatasetLayout } from "../dataset-layout.ts";
import { searchText } from "../search-text.ts";
import type { ImportOptions } from "../store.ts";
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
    const { number, revision } = putDataset(sql, dataset, hash, layout, options);
    await insertRows(sql, number, dataset, layout, options);
    return revision;
  });
}

function putDataset(
  sql: Statements,
  { description }: Dataset,
  hash: string,
  { counts }: DatasetLayout,
  { by, at, why }: ImportOptions,
): { number: number; revision: number } {
  const { id } = description;
  const put = `INSERT INTO dataset (id, hash, revision, imported_at, counts, description) VALUES (?, ?, 1, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, revision = revision + 1, imported_at = excluded.imported_at,
      counts = excluded.counts, description = excluded.description
    RETURNING number, revision`;
  const texts = [JSON.stringify(counts), JSON.stringify(description)];
  const row = sql.all<{ number: number; revision: number }>(put, id, hash, at, ...texts)[0];
  if (row === undefined) throw new Error("SQLite gave no row for what it was told to return");
  const body = { revision: row.revision, hash, at, by, ...(why === undefined ? {} : { why }), counts };
  sql.run("INSERT INTO revision VALUES (?, ?, ?)", row.number, row.revision, JSON.stringify(body));
  deleteRows(sql, row.number);
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
  { signal, onProgress }: ImportOptions,
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
