import type { Asset, Connection, Dependency } from "../../../analyzer/index.ts";
import type { Neighbours } from "../store.ts";
import type { Statements } from "./statements.ts";

// SQLite takes `dataset = ?` alone for very selective and would go through all rows of the dataset; so the index is
// named.
const dependsOn = "dependency INDEXED BY dependency_by_dependent WHERE dataset = :dataset AND dependent = :n";
const supports = "dependency INDEXED BY dependency_by_provider WHERE dataset = :dataset AND provider = :n";
const from = "connection INDEXED BY connection_by_a WHERE dataset = :dataset AND a = :n";
const to = "connection INDEXED BY connection_by_b WHERE dataset = :dataset AND b = :n";

const providers = `SELECT body FROM ${dependsOn} ORDER BY n`;
const dependents = `SELECT body FROM ${supports} ORDER BY n`;
const connections = `SELECT body FROM connection
  WHERE dataset = :dataset AND connection.n IN (SELECT n FROM ${from} UNION SELECT n FROM ${to}) ORDER BY n`;
const others = `SELECT body FROM asset
  WHERE dataset = :dataset AND n <> :n AND n IN (
    SELECT provider FROM ${dependsOn} UNION SELECT dependent FROM ${supports}
    UNION SELECT b FROM ${from} UNION SELECT a FROM ${to})
  ORDER BY n`;

/** What touches the asset at place `n` of the dataset of that number. */
export function readNeighbours(sql: Statements, dataset: number, n: number): Neighbours {
  const at = { dataset, n };
  return {
    providers: sql.bodies<Dependency>(providers, at),
    dependents: sql.bodies<Dependency>(dependents, at),
    connections: sql.bodies<Connection>(connections, at),
    assets: sql.bodies<Asset>(others, at),
  };
}
