import type { Asset, Connection, Dependency } from "../../../analyzer/index.ts";
import type { Neighbours } from "../store.ts";
import type { Query } from "./neo4j-client.ts";
import { readRows, returnAsset, returnConnection, returnDependency } from "./read-rows.ts";
import { type ReadRow, readAsset, readConnection, readDependency } from "./row-properties.ts";
import type { Visible } from "./snapshots.ts";

const at = "MATCH (x:Asset {snapshot: $snapshot, id: $assetId})";
const providers = `${at} MATCH (x)-[r:DEPENDS_ON]->() ${returnDependency} ORDER BY n`;
const dependents = `${at} MATCH (x)<-[r:DEPENDS_ON]-() ${returnDependency} ORDER BY n`;
const connections = `${at} MATCH (x)-[r:CONNECTED_TO]-() WITH DISTINCT r ${returnConnection} ORDER BY n`;
const others = `${at} MATCH (x)-[:DEPENDS_ON|CONNECTED_TO]-(a:Asset) WHERE a <> x
  WITH DISTINCT a ${returnAsset} ORDER BY n`;

/** What touches one asset; null where there is no such asset. */
export async function readNeighbours(query: Query, visible: Visible, assetId: string): Promise<Neighbours | null> {
  const { snapshot, columns } = visible;
  const read = async <Row>(
    cypher: string,
    names: readonly string[],
    convert: (names: readonly string[], row: ReadRow) => Row,
  ): Promise<Row[]> => {
    const rows: Row[] = [];
    for await (const row of readRows(query, cypher, { snapshot, assetId, columns: names }))
      rows.push(convert(names, row));
    return rows;
  };
  if ((await read<Asset>(`${at} WITH x AS a ${returnAsset}`, columns.assets, readAsset)).length === 0) return null;
  return {
    providers: await read<Dependency>(providers, columns.dependencies, readDependency),
    dependents: await read<Dependency>(dependents, columns.dependencies, readDependency),
    connections: await read<Connection>(connections, columns.connections, readConnection),
    assets: await read<Asset>(others, columns.assets, readAsset),
  };
}
