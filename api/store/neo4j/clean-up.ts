import { StoreError } from "../store-error.ts";
import type { Neo4jClient } from "./neo4j-client.ts";

/**
 * An import that wrote nothing for so long (on the server's clock) is taken for dead, and its rows are cleared away.
 */
const deadAfterMs = 15 * 60_000;

/**
 * Marks snapshots as dropped unless a dataset points to them. The pointer is looked at again under the snapshot's
 * lock, which the switch of a pointer takes too: a snapshot is either switched to or dropped, never both.
 */
const claim = `
MATCH (s:Snapshot) WHERE s.dropped OR s.id = $snapshot OR s.touched < timestamp() - $deadAfterMs
WITH s WHERE NOT EXISTS { MATCH (d:Dataset {id: s.dataset}) WHERE d.snapshot = s.id }
SET s.locked = true
WITH s WHERE NOT EXISTS { MATCH (d:Dataset {id: s.dataset}) WHERE d.snapshot = s.id }
SET s.dropped = true
RETURN s.id AS id`;

/** Relationships first and in small transactions: rows of any number go without exhausting the server's memory. */
const clear = [
  "MATCH ()-[r:DEPENDS_ON {snapshot: $snapshot}]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
  "MATCH ()-[r:CONNECTED_TO {snapshot: $snapshot}]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
  `MATCH (a:Asset {snapshot: $snapshot}) WHERE a.id IS NOT NULL
   CALL (a) { DETACH DELETE a } IN TRANSACTIONS OF 5000 ROWS`,
  "MATCH (w:Network {snapshot: $snapshot}) WHERE w.commodity IS NOT NULL DETACH DELETE w",
  // What changed is kept with the history that it belongs to, and only goes with an import that never was seen.
  `MATCH (c:Change {snapshot: $snapshot}) WHERE c.revision IS NOT NULL AND c.part IS NOT NULL
   AND NOT EXISTS { MATCH (v:Revision {dataset: c.dataset, revision: c.revision}) WHERE v.snapshot = c.snapshot }
   CALL (c) { DELETE c } IN TRANSACTIONS OF 10 ROWS`,
  "MATCH (s:Snapshot {id: $snapshot}) DELETE s",
];

/**
 * Clears away the rows of imports that are not visible: replaced, removed, given up (`snapshot`), or left behind by a
 * process that died. Done after something else that has already succeeded or failed, whose outcome stands whether or
 * not the store lets itself be cleared: what is left is cleared by the next one who opens the store or imports.
 */
export async function cleanUp(client: Neo4jClient, snapshot: string | null = null): Promise<void> {
  try {
    const dropped = await client.write(async (query) => {
      const { records } = await query<{ id: string }>(claim, { snapshot, deadAfterMs });
      return records.map((row) => row.get("id"));
    });
    for (const id of dropped) for (const statement of clear) await client.once(statement, { snapshot: id });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
