import { randomUUID } from "node:crypto";
import { StoreError } from "../store-error.ts";
import { type Neo4jClient, type Query, whole } from "./neo4j-client.ts";

/** What is written to one node: keys without the prefix. `counts` become whole numbers. */
export interface AnnotationRow {
  readonly elementId: string;
  readonly values: Readonly<Record<string, number | readonly string[]>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** Results on their way onto nodes. `about` says in words what they are of, `at` when they were written (ISO 8601). */
export interface Annotation {
  readonly prefix: string;
  readonly rows: readonly AnnotationRow[];
  readonly about: Readonly<Record<string, string>>;
  readonly at: string;
}

/** What a prefix looks like: with it a key made of it is a plain name, whatever stands in front of it. */
export const prefixPattern = /^[a-z][a-z0-9_]{0,30}_$/;

/** The key, behind the prefix, that says which annotation a node got its properties from. */
const markName = "annotation";
const batchRows = 5_000;

const findRecords = "MATCH (x:KnockonAnnotation) WHERE x.prefix = $prefix RETURN x.id AS id, x.keys AS keys";

const findCollisions = `
UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.elementId
WITH n, [key IN $keys WHERE n[key] IS NOT NULL] AS found WHERE size(found) > 0
RETURN count(n) AS nodes, collect(found[0])[0] AS example`;

/**
 * The mark comes first, since to set it locks the node: who writes at the same time has either been there, and is seen in
 * what follows, or has to wait.
 */
const writeRows = `
UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.elementId AND n[$markKey] IS NULL
SET n += $mark
WITH n, row WHERE none(key IN $keys WHERE n[key] IS NOT NULL)
SET n += row.properties
RETURN count(n) AS written`;

const createRecord = "CREATE (x:KnockonAnnotation) SET x = $record";

const lockRecords = `
MATCH (x:KnockonAnnotation) WHERE x.prefix = $prefix SET x.locked = true
RETURN x.id AS id, x.keys AS keys`;

const clearNodes = "MATCH (n) WHERE n[$markKey] IN $ids SET n += $nothing RETURN count(n) AS nodes";
const removeRecords = "MATCH (x:KnockonAnnotation) WHERE x.id IN $ids DELETE x";

type RecordRow = { id: string; keys: string[] };

/**
 * Writes the rows in one transaction, all or none of them, and a node `(:KnockonAnnotation {id, prefix, keys, nodes, ...})`
 * that says so; each annotated node gets the id of that node under `<prefix>annotation`. A property that is there already,
 * or a prefix that is in use, is `STORE_PREFIX_TAKEN`, a node that has gone `STORE_CONFLICT`; nothing is written then.
 * Returns the keys.
 */
export async function annotate(client: Neo4jClient, annotation: Annotation): Promise<readonly string[]> {
  const { prefix, rows, about, at } = annotation;
  checkPrefix(prefix);
  const id = randomUUID();
  const markKey = `${prefix}${markName}`;
  const named = rows.map((row) => ({ elementId: row.elementId, properties: propertiesOf(row, prefix) }));
  const keys = [...new Set(named.flatMap(({ properties }) => Object.keys(properties)))].sort();
  const record = { ...about, id, prefix, keys: [...keys, markKey], nodes: whole(rows.length), at };
  await client.write(async (query) => {
    const { records } = await query<RecordRow>(findRecords, { prefix });
    // Tried again after a success that was not heard of.
    if (records.some((row) => row.get("id") === id)) return;
    if (records.length > 0) throw taken(client, `There is an annotation with the prefix ${prefix}`);
    for (const batch of batches(named)) await refuseCollisions(client, query, batch, record.keys);
    for (const batch of batches(named)) {
      const parameters = { rows: batch, keys, markKey, mark: { [markKey]: id } };
      const written = (await query<{ written: number }>(writeRows, parameters)).records[0]?.get("written") ?? 0;
      // Throwing inside takes everything back.
      if (written !== batch.length)
        throw new StoreError(
          "STORE_CONFLICT",
          `${batch.length - written} nodes were changed while they were annotated`,
        );
    }
    await query(createRecord, { record });
    if ((await query(findRecords, { prefix })).records.length > 1)
      throw new StoreError("STORE_CONFLICT", `Another annotation with the prefix ${prefix} was written`);
  });
  return record.keys;
}

/**
 * Takes the properties of all annotations with a prefix off the nodes that carry their marks, and their records away, in
 * one transaction. Returns how many nodes there were. `STORE_NOT_FOUND` where there is no such annotation.
 */
export async function removeAnnotation(client: Neo4jClient, prefix: string): Promise<number> {
  checkPrefix(prefix);
  const markKey = `${prefix}${markName}`;
  let removed: number | null = null;
  return client.write(async (query) => {
    const { records } = await query<RecordRow>(lockRecords, { prefix });
    if (records.length === 0) {
      // Tried again after a success that was not heard of.
      if (removed !== null) return removed;
      throw new StoreError("STORE_NOT_FOUND", `${client.address} has no annotation with the prefix ${prefix}`);
    }
    const ids = records.map((row) => row.get("id"));
    const keys = records.flatMap((row) => row.get("keys"));
    if (!keys.every((key) => key.startsWith(prefix)))
      throw new StoreError("STORE_CONFLICT", `The record of ${prefix} names properties that do not start so`);
    const nothing = Object.fromEntries(keys.map((key) => [key, null]));
    const { records: cleared } = await query<{ nodes: number }>(clearNodes, { markKey, ids, nothing });
    removed = cleared[0]?.get("nodes") ?? 0;
    await query(removeRecords, { ids });
    return removed;
  });
}

function checkPrefix(prefix: string): void {
  if (!prefixPattern.test(prefix)) throw new Error(`${prefix} is no prefix of an annotation`);
}

function propertiesOf({ values, counts }: AnnotationRow, prefix: string): Record<string, unknown> {
  const numbers = Object.entries(counts).map(([name, count]) => [name, whole(count)] as const);
  return Object.fromEntries(
    [...Object.entries(values), ...numbers].map(([name, value]) => [`${prefix}${name}`, value]),
  );
}

async function refuseCollisions(
  client: Neo4jClient,
  query: Query,
  rows: readonly { readonly elementId: string }[],
  keys: readonly string[],
): Promise<void> {
  const elements = rows.map(({ elementId }) => ({ elementId }));
  const { records } = await query<{ nodes: number; example: string }>(findCollisions, { rows: elements, keys });
  const found = records[0]?.toObject();
  if (found !== undefined && found.nodes > 0)
    throw taken(client, `${found.nodes} nodes have a property such as ${found.example} of their own`);
}

function taken({ address }: Neo4jClient, detail: string): StoreError {
  return new StoreError("STORE_PREFIX_TAKEN", `${address}: ${detail}; nothing was written`);
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += batchRows) yield rows.slice(from, from + batchRows);
}
