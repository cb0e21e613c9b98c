import type { Asset } from "../model/asset.ts";
import type { Connection } from "../model/connection.ts";
import { byId, type Dataset, type DatasetDescription } from "../model/dataset.ts";
import type { Dependency } from "../model/dependency.ts";
import { canonicalJson } from "./canonical-json.ts";

/** Rows of one table that went and that came, each list by id; a row that changed is in both. */
export interface RowsChange<Row> {
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

/** What leads from one version of a dataset to another, whole enough to be gone back. */
export interface DatasetChange {
  /** Null where `dataset.json` stayed as it was. */
  readonly description: { readonly before: DatasetDescription; readonly after: DatasetDescription } | null;
  readonly assets: RowsChange<Asset>;
  readonly dependencies: RowsChange<Dependency>;
  readonly connections: RowsChange<Connection>;
}

/** What leads from `before` to `after`. Values are compared as canonical JSON, as `datasetHash` does. O(rows). */
export function datasetChange(before: Dataset, after: Dataset): DatasetChange {
  const isSame = canonicalJson(before.description) === canonicalJson(after.description);
  return {
    description: isSame ? null : { before: before.description, after: after.description },
    assets: rowsChange(before.assets, after.assets),
    dependencies: rowsChange(before.dependencies, after.dependencies),
    connections: rowsChange(before.connections, after.connections),
  };
}

/** The dataset that a change leads to from the one it was made from. O(rows). */
export function applyChange(dataset: Dataset, change: DatasetChange): Dataset {
  return {
    description: change.description?.after ?? dataset.description,
    assets: changedRows(dataset.assets, change.assets),
    dependencies: changedRows(dataset.dependencies, change.dependencies),
    connections: changedRows(dataset.connections, change.connections),
  };
}

/** The change that goes the other way. */
export function reversedChange({ description, assets, dependencies, connections }: DatasetChange): DatasetChange {
  return {
    description: description === null ? null : { before: description.after, after: description.before },
    assets: reversedRows(assets),
    dependencies: reversedRows(dependencies),
    connections: reversedRows(connections),
  };
}

interface Identified {
  readonly id: string;
}

function rowsChange<Row extends Identified>(before: readonly Row[], after: readonly Row[]): RowsChange<Row> {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const kept = new Set<string>();
  const added = after.filter((row) => {
    const was = earlier.get(row.id);
    if (was === undefined || !isSameRow(was, row)) return true;
    kept.add(row.id);
    return false;
  });
  return { removed: before.filter(({ id }) => !kept.has(id)), added };
}

/** Most rows stay as they are, with their keys in one order: only others are worth putting in order. */
function isSameRow(one: Identified, other: Identified): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || canonicalJson(one) === canonicalJson(other);
}

function changedRows<Row extends Identified>(
  rows: readonly Row[],
  { removed, added }: RowsChange<Row>,
): readonly Row[] {
  if (removed.length === 0 && added.length === 0) return rows;
  const gone = new Set(removed.map(({ id }) => id));
  return [...rows.filter(({ id }) => !gone.has(id)), ...added].sort(byId);
}

function reversedRows<Row>({ removed, added }: RowsChange<Row>): RowsChange<Row> {
  return { removed: added, added: removed };
}
