/**
 * What lies in the database, for those who walk it with Cypher:
 *
 *     (:Dataset {id, title, version, revision, hash, snapshot, ...})      `snapshot` names the visible import
 *     (:Asset {snapshot, id, n, name, sector, kind, ...})                 columns of assets.csv; n = place in order, from 0
 *     (dependent:Asset)-[:DEPENDS_ON {snapshot, id, n, ...}]->(provider:Asset)
 *     (dependent:Asset)-[:DEPENDS_ON {snapshot, id, n, ...}]->(:Network {snapshot, commodity})
 *     (a:Asset)-[:CONNECTED_TO {snapshot, id, n, commodity, ...}]->(b:Asset)
 *     (:Asset)-[:IN_STATE {share}]->(:State {code})
 *     (:Revision {dataset, revision, snapshot, kind, hash, at, by, assets, dependencies, connections, ...})
 *     (:Change {snapshot, revision, part, text})                          what a revision changed
 *     (:Document {dataset, kind, id, body}) (:Run {id, dataset_id, ...})
 *     (:Snapshot {id, dataset, touched, dropped, ...})                    one per import that has rows in the database
 *     (:KnockonSchema {id, version})                                      how many steps of `migrations` were taken
 *
 * A dependency on a network (`provider` = `@electricity`) ends at the node of that commodity's network, one per
 * snapshot: no asset gives it, so a walk over `(:Asset)-[:DEPENDS_ON]->(:Asset)` does not meet it, and a walk that
 * wants it names the label. The ends of a row are not repeated as properties. An attribute that is unknown has no
 * property.
 *
 * `snapshot` is part of every key: an import never meets the rows of the one before, and becomes visible by one
 * change of one property. While an import is under way, or being cleared away, rows of other snapshots are there too;
 * walks start at `MATCH (d:Dataset {id: ..}) MATCH (a:Asset {snapshot: d.snapshot})`.
 *
 * COOKBOOK.md holds questions with the statements that answer them.
 *
 * There is no index on `(snapshot)` of assets on purpose: in an empty database the planner would take it, with a
 * filter, for the ends of each dependency in place of the unique key (neo4j.md section 2).
 */
const keysAndIndexes = [
  "CREATE CONSTRAINT dataset_key IF NOT EXISTS FOR (x:Dataset) REQUIRE x.id IS UNIQUE",
  "CREATE CONSTRAINT snapshot_key IF NOT EXISTS FOR (x:Snapshot) REQUIRE x.id IS UNIQUE",
  "CREATE CONSTRAINT asset_key IF NOT EXISTS FOR (x:Asset) REQUIRE (x.snapshot, x.id) IS UNIQUE",
  "CREATE CONSTRAINT network_key IF NOT EXISTS FOR (x:Network) REQUIRE (x.snapshot, x.commodity) IS UNIQUE",
  "CREATE CONSTRAINT state_key IF NOT EXISTS FOR (x:State) REQUIRE x.code IS UNIQUE",
  "CREATE CONSTRAINT revision_key IF NOT EXISTS FOR (x:Revision) REQUIRE (x.dataset, x.revision) IS UNIQUE",
  "CREATE CONSTRAINT change_key IF NOT EXISTS FOR (x:Change) REQUIRE (x.snapshot, x.revision, x.part) IS UNIQUE",
  "CREATE CONSTRAINT document_key IF NOT EXISTS FOR (x:Document) REQUIRE (x.dataset, x.kind, x.id) IS UNIQUE",
  "CREATE CONSTRAINT run_key IF NOT EXISTS FOR (x:Run) REQUIRE x.id IS UNIQUE",
  "CREATE INDEX dependency_snapshot IF NOT EXISTS FOR ()-[x:DEPENDS_ON]-() ON (x.snapshot)",
  "CREATE INDEX connection_snapshot IF NOT EXISTS FOR ()-[x:CONNECTED_TO]-() ON (x.snapshot)",
];

/**
 * Steps that bring a database to what is described above, each a list of fixed statements that may be run again. A step that
 * was released is never changed again.
 */
export const migrations: readonly (readonly string[])[] = [keysAndIndexes];
