import { isDeepStrictEqual } from "node:util";
import {
  type Asset,
  compareIds,
  type Connection,
  type Dataset,
  type DatasetChange,
  datasetChange,
  type Dependency,
  type RowsChange,
} from "../../analyzer/index.ts";
import { type ChangeTally, tallyChange } from "./change-tally.ts";

/** One attribute by its name in the model, own columns by theirs; null where it is not stated. */
export interface AttributeChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A row that is in both, and what differs. */
export interface RowChange {
  readonly id: string;
  readonly attributes: readonly AttributeChange[];
}

/** Rows of one table, each list by id. */
export interface TableDifference<Row> {
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly RowChange[];
}

/** What differs between two revisions of a dataset, row by row and counted. */
export interface DatasetDifference extends ChangeTally {
  /** Of `dataset.json`. */
  readonly description: readonly AttributeChange[];
  readonly assets: TableDifference<Asset>;
  readonly dependencies: TableDifference<Dependency>;
  readonly connections: TableDifference<Connection>;
}

/** What leads from `before` to `after`, for people. O(rows + changed rows log changed rows). */
export function datasetDifference(before: Dataset, after: Dataset): DatasetDifference {
  const change: DatasetChange = datasetChange(before, after);
  const { description, assets, dependencies, connections } = change;
  return {
    ...tallyChange(before, after, change),
    description: description === null ? [] : attributeChanges(description.before, description.after),
    assets: tableDifference(assets),
    dependencies: tableDifference(dependencies),
    connections: tableDifference(connections),
  };
}

function tableDifference<Row extends Asset | Dependency | Connection>(rows: RowsChange<Row>): TableDifference<Row> {
  const before = new Map(rows.removed.map((row) => [row.id, row]));
  const after = new Set(rows.added.map(({ id }) => id));
  return {
    added: rows.added.filter(({ id }) => !before.has(id)),
    removed: rows.removed.filter(({ id }) => !after.has(id)),
    changed: rows.added.flatMap((row) => {
      const earlier = before.get(row.id);
      if (earlier === undefined) return [];
      return [{ id: row.id, attributes: attributeChanges(withOwnColumns(earlier), withOwnColumns(row)) }];
    }),
  };
}

function withOwnColumns({ extra, ...row }: Asset | Dependency | Connection): object {
  return { ...row, ...extra };
}

function attributeChanges(before: object, after: object): AttributeChange[] {
  const earlier = new Map<string, unknown>(Object.entries(before));
  const later = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .sort(compareIds)
    .map((name) => ({ name, before: earlier.get(name) ?? null, after: later.get(name) ?? null }))
    .filter((attribute) => !isDeepStrictEqual(attribute.before, attribute.after));
}
