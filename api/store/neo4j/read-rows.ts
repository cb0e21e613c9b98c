import type { Asset, Dataset } from "../../../analyzer/index.ts";
import type { ReadOptions } from "../store.ts";
import { StoreError } from "../store-error.ts";
import type { Parameters, Query } from "./neo4j-client.ts";
import { type ReadRow, readAsset, readConnection, readDependency } from "./row-properties.ts";
import { parseDescription, type SnapshotColumns, type Visible } from "./snapshots.ts";

/*
 * What a query returns of a row (see `ReadRow`): the values of `$columns`, a list of property names. Never whole
 * nodes, which take nearly twice as long (neo4j.md section 4), and no name becomes part of a statement.
 */
export const returnAsset = "RETURN a.n AS n, [column IN $columns | a[column]] AS values, [] AS ends";
export const returnDependency = `RETURN r.n AS n, [column IN $columns | r[column]] AS values,
  [startNode(r).id, coalesce(endNode(r).id, '@' + endNode(r).commodity)] AS ends`;
export const returnConnection = `RETURN r.n AS n, [column IN $columns | r[column]] AS values,
  [startNode(r).id, endNode(r).id] AS ends`;

/** The rows a query returns, in the order it gives them. */
export async function* readRows(query: Query, cypher: string, parameters: Parameters): AsyncGenerator<ReadRow> {
  for await (const row of query<{ [column in keyof ReadRow]: ReadRow[column] }>(cypher, parameters))
    yield row.toObject();
}

/** A row whose ends are places of assets, or names of networks. */
type PlacedRow = Omit<ReadRow, "ends"> & { readonly ends: readonly (number | string)[] };

/** The same rows with the ids of their ends, which the places lead to. */
async function* readPlacedRows(
  query: Query,
  cypher: string,
  parameters: Parameters,
  assets: readonly Asset[],
): AsyncGenerator<ReadRow> {
  const nameOf = (end: number | string): string => {
    const id = typeof end === "string" ? end : assets[end]?.id;
    if (id === undefined) throw new StoreError("STORE_DAMAGED", `A row ends at asset ${end} of ${assets.length}`);
    return id;
  };
  for await (const row of query<{ [column in keyof PlacedRow]: PlacedRow[column] }>(cypher, parameters)) {
    const placed = row.toObject();
    yield { ...placed, ends: placed.ends.map(nameOf) };
  }
}

const allAssets = `MATCH (a:Asset {snapshot: $snapshot}) WHERE a.id IS NOT NULL ${returnAsset}`;
/* Ends by place: the asset itself has been read, and a number is read in half the time that its id takes. */
const allDependencies = `MATCH ()-[r:DEPENDS_ON {snapshot: $snapshot}]->()
  RETURN r.n AS n, [column IN $columns | r[column]] AS values,
    [startNode(r).n, coalesce(endNode(r).n, '@' + endNode(r).commodity)] AS ends`;
const allConnections = `MATCH ()-[r:CONNECTED_TO {snapshot: $snapshot}]->()
  RETURN r.n AS n, [column IN $columns | r[column]] AS values, [startNode(r).n, endNode(r).n] AS ends`;

/** Reported after so many rows. */
const progressRows = 5_000;

/**
 * Reads a visible snapshot whole. Rows stream, in any order, and are put in order by `n`. Rows collected into lists
 * by the server were measured no faster (20,000 rows of 15 columns: 0.9 to 1.9 s streamed, 1.2 to 3.1 s in lists of
 * 5,000), and the server would hold all of them at once, within what one transaction may use.
 */
export async function readWhole(query: Query, visible: Visible, { onProgress }: ReadOptions): Promise<Dataset> {
  const { columns, snapshot } = visible;
  const { counts } = visible.summary;
  const total = counts.assets + counts.dependencies + counts.connections;
  let done = 0;
  const read = async <Row>(
    rows: AsyncGenerator<ReadRow>,
    table: keyof SnapshotColumns,
    convert: (columns: readonly string[], row: ReadRow) => Row,
  ): Promise<Row[]> => {
    const found: { readonly n: number; readonly value: Row }[] = [];
    for await (const row of rows) {
      found.push({ n: row.n, value: convert(columns[table], row) });
      done += 1;
      if (done % progressRows === 0) onProgress?.(done, total);
    }
    found.sort((a, b) => a.n - b.n);
    if (found.length !== counts[table] || found.some(({ n }, place) => n !== place))
      throw new StoreError("STORE_CONFLICT", `${found.length} of ${counts[table]} ${table} are there`);
    return found.map(({ value }) => value);
  };
  const of = (table: keyof SnapshotColumns) => ({ snapshot, columns: columns[table] });
  const assets = await read(readRows(query, allAssets, of("assets")), "assets", readAsset);
  const placed = (cypher: string, table: keyof SnapshotColumns) => readPlacedRows(query, cypher, of(table), assets);
  const dataset = {
    description: parseDescription(visible),
    assets,
    dependencies: await read(placed(allDependencies, "dependencies"), "dependencies", readDependency),
    connections: await read(placed(allConnections, "connections"), "connections", readConnection),
  };
  onProgress?.(total, total);
  return dataset;
}
