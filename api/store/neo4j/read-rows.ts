import type { Dataset } from "../../../analyzer/index.ts";
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

const allAssets = `MATCH (a:Asset {snapshot: $snapshot}) WHERE a.id IS NOT NULL ${returnAsset}`;
const allDependencies = `MATCH ()-[r:DEPENDS_ON {snapshot: $snapshot}]->() ${returnDependency}`;
const allConnections = `MATCH ()-[r:CONNECTED_TO {snapshot: $snapshot}]->() ${returnConnection}`;

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
    cypher: string,
    table: keyof SnapshotColumns,
    convert: (columns: readonly string[], row: ReadRow) => Row,
  ): Promise<Row[]> => {
    const found: { readonly n: number; readonly value: Row }[] = [];
    for await (const row of readRows(query, cypher, { snapshot, columns: columns[table] })) {
      found.push({ n: row.n, value: convert(columns[table], row) });
      done += 1;
      if (done % progressRows === 0) onProgress?.(done, total);
    }
    found.sort((a, b) => a.n - b.n);
    if (found.length !== counts[table] || found.some(({ n }, place) => n !== place))
      throw new StoreError("STORE_CONFLICT", `${found.length} of ${counts[table]} ${table} are there`);
    return found.map(({ value }) => value);
  };
  const dataset = {
    description: parseDescription(visible),
    assets: await read(allAssets, "assets", readAsset),
    dependencies: await read(allDependencies, "dependencies", readDependency),
    connections: await read(allConnections, "connections", readConnection),
  };
  onProgress?.(total, total);
  return dataset;
}
