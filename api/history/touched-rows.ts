import { compareIds, type DatasetChange, type Overlay, type Table } from "../../analyzer/index.ts";

/** Ids of rows per table, each list in order. */
export type RowIds = Readonly<Record<Table, readonly string[]>>;

/** The rows that a change adds, removes or alters. */
export function rowsOfChange(change: DatasetChange): RowIds {
  return perTable((table) => {
    const { removed, added } = change[table];
    return [...removed, ...added].map(({ id }) => id);
  });
}

/**
 * The rows of `ids` that an overlay adds, removes or alters as well. What it alters is named without its table: it is looked
 * for in all of them.
 */
export function sharedRows(ids: RowIds, { add, remove, change }: Overlay): RowIds {
  const altered = change.map(({ id }) => id);
  return perTable((table) => {
    const touched = new Set([...add[table].map(({ id }) => id), ...remove[table], ...altered]);
    return ids[table].filter((id) => touched.has(id));
  });
}

function perTable(ids: (table: Table) => readonly string[]): RowIds {
  const list = (table: Table) => [...new Set(ids(table))].sort(compareIds);
  return { assets: list("assets"), dependencies: list("dependencies"), connections: list("connections") };
}
