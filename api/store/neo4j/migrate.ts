import { setTimeout as sleep } from "node:timers/promises";
import { StoreError } from "../store-error.ts";
import { migrations } from "./graph-schema.ts";
import { type Neo4jClient, whole } from "./neo4j-client.ts";

const versionKey = "CREATE CONSTRAINT schema_key IF NOT EXISTS FOR (x:KnockonSchema) REQUIRE x.id IS UNIQUE";
const readVersion = "MATCH (x:KnockonSchema {id: 'knockon'}) RETURN x.version AS version";
/** The lock is held until the transaction ends: who comes second waits, and then finds the steps taken. */
const lockVersion = `
MERGE (x:KnockonSchema {id: 'knockon'}) ON CREATE SET x.version = 0
SET x.locked = true
RETURN x.version AS version`;
const writeVersion = "MATCH (x:KnockonSchema {id: 'knockon'}) SET x.version = $version, x.migrated_at = datetime()";

/** A label that a node has, of those that our keys are for, without what each of our nodes of that label has. */
const foreignLabels = `
MATCH (x:Dataset) WHERE x.id IS NULL OR x.snapshot IS NULL OR x.summary IS NULL RETURN "Dataset" AS label LIMIT 1
UNION ALL MATCH (x:Snapshot) WHERE x.id IS NULL OR x.dataset IS NULL RETURN "Snapshot" AS label LIMIT 1
UNION ALL MATCH (x:Asset) WHERE x.id IS NULL OR x.snapshot IS NULL RETURN "Asset" AS label LIMIT 1
UNION ALL MATCH (x:Network) WHERE x.snapshot IS NULL OR x.commodity IS NULL RETURN "Network" AS label LIMIT 1
UNION ALL MATCH (x:State) WHERE keys(x) <> ["code"] RETURN "State" AS label LIMIT 1
UNION ALL MATCH (x:Revision) WHERE x.dataset IS NULL OR x.body IS NULL RETURN "Revision" AS label LIMIT 1
UNION ALL MATCH (x:Change) WHERE x.snapshot IS NULL OR x.text IS NULL RETURN "Change" AS label LIMIT 1
UNION ALL MATCH (x:Document) WHERE x.dataset IS NULL OR x.body IS NULL RETURN "Document" AS label LIMIT 1
UNION ALL MATCH (x:Run) WHERE x.dataset_id IS NULL OR x.summary IS NULL RETURN "Run" AS label LIMIT 1`;

const unfinishedIndexes = `
SHOW INDEXES YIELD name, state, labelsOrTypes WHERE state <> "ONLINE"
  AND any(label IN labelsOrTypes WHERE label IN ["Dataset", "Snapshot", "Asset", "Network", "State", "Revision", "Change",
    "Document", "Run", "DEPENDS_ON", "CONNECTED_TO"])
RETURN name, state`;
const indexTries = 600;
const indexWaitMs = 100;

/**
 * Brings a database to the schema of this program; nothing is written where it is there. `STORE_VERSION` for one that a newer
 * program wrote, `STORE_NOT_A_DATABASE` for one where our labels mean something else: it is left as it is, as is whatever else
 * lies beside our nodes. A database that can only be read is taken as it is.
 */
export async function migrate(client: Neo4jClient): Promise<void> {
  const version = await storedVersion(client);
  if (version > migrations.length) throw newer(client, version);
  if (version === migrations.length) return;
  if (version === 0) await refuseForeign(client);
  try {
    await run(client, versionKey);
    await takeSteps(client);
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "STORE_READ_ONLY")) throw error;
  }
}

/** Keys and indexes cannot be made in the transaction that holds the lock: each is made in one of its own beside it. */
async function takeSteps(client: Neo4jClient): Promise<void> {
  await client.write(async (query) => {
    const { records } = await query<{ version: number }>(lockVersion, {});
    const version = records[0]?.get("version") ?? 0;
    if (version > migrations.length) throw newer(client, version);
    if (version === migrations.length) return;
    for (const step of migrations.slice(version)) for (const statement of step) await run(client, statement);
    await awaitIndexes(client);
    await query(writeVersion, { version: whole(migrations.length) });
  });
}

async function storedVersion(client: Neo4jClient): Promise<number> {
  const { records } = await client.read((query) => query<{ version: number }>(readVersion, {}));
  return records[0]?.get("version") ?? 0;
}

async function refuseForeign(client: Neo4jClient): Promise<void> {
  const { records } = await client.read((query) => query<{ label: string }>(foreignLabels, {}));
  const labels = records.map((row) => row.get("label")).join(", ");
  if (labels !== "")
    throw new StoreError("STORE_NOT_A_DATABASE", `${client.address} has nodes of another program called ${labels}`);
}

async function run(client: Neo4jClient, statement: string): Promise<void> {
  await client.write(async (query) => void (await query(statement, {})));
}

/** Indexes are filled after the statement that makes them has ended. */
async function awaitIndexes(client: Neo4jClient): Promise<void> {
  for (let tries = 0; tries < indexTries; tries += 1) {
    const { records } = await client.read((query) => query<{ name: string; state: string }>(unfinishedIndexes, {}));
    if (records.length === 0) return;
    const failed = records.find((row) => row.get("state") === "FAILED")?.get("name");
    if (failed !== undefined)
      throw new StoreError("STORE_FAILED", `${client.address} could not make the index ${failed}`);
    await sleep(indexWaitMs);
  }
  throw new StoreError("STORE_BUSY", `${client.address} is still making its indexes`);
}

function newer(client: Neo4jClient, version: number): StoreError {
  const known = migrations.length;
  return new StoreError("STORE_VERSION", `${client.address} has version ${version}, this program knows ${known}`);
}
