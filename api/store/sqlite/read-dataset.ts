import type { Asset, Connection, Dataset, DatasetChange, Dependency } from "../../../analyzer/index.ts";
import type { DatasetCounts } from "../store.ts";
import { StoreError } from "../store-error.ts";
import type { Statements } from "./statements.ts";

/** A row of the table `dataset`. */
export interface DatasetRow {
  readonly number: number;
  readonly id: string;
  readonly hash: string;
  readonly revision: number;
  readonly imported_at: string;
  readonly counts: string;
  readonly description: string;
}

export function findDataset(sql: Statements, id: string): DatasetRow | undefined {
  return sql.all<DatasetRow>("SELECT * FROM dataset WHERE id = ?", id)[0];
}

/** The content of the last revision, in canonical order. `STORE_DAMAGED` where rows are missing or too many. */
export function readContent(sql: Statements, row: DatasetRow): Dataset {
  const { number, description } = row;
  const dataset: Dataset = {
    description: JSON.parse(description),
    assets: sql.bodies<Asset>("SELECT body FROM asset WHERE dataset = ? ORDER BY n", number),
    dependencies: sql.bodies<Dependency>("SELECT body FROM dependency WHERE dataset = ? ORDER BY n", number),
    connections: sql.bodies<Connection>("SELECT body FROM connection WHERE dataset = ? ORDER BY n", number),
  };
  const counts: DatasetCounts = JSON.parse(row.counts);
  for (const table of ["assets", "dependencies", "connections"] as const)
    if (dataset[table].length !== counts[table])
      throw new StoreError(
        "STORE_DAMAGED",
        `${row.id}: ${dataset[table].length} of ${counts[table]} ${table} are there`,
      );
  return dataset;
}

/** What led to the revisions after the one of that number, in order; null for what was not kept. */
export function readChanges(sql: Statements, number: number, after: number): (DatasetChange | null)[] {
  const select = "SELECT change FROM revision WHERE dataset = ? AND revision > ? ORDER BY revision";
  return sql.all<{ change: string | null }>(select, number, after).map(({ change }): DatasetChange | null => {
    return change === null ? null : JSON.parse(change);
  });
}
