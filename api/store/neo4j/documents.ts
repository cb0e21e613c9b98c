import { byId } from "../../../analyzer/index.ts";
import { checkNames } from "../check-text.ts";
import type { ArchivedDocument, DocumentKind, StoredDocument } from "../store.ts";
import { notFound } from "../store-error.ts";
import { deletesAny, type Neo4jClient, type Query } from "./neo4j-client.ts";
import { readVisible } from "./snapshots.ts";

/** The lock on the dataset keeps it from being removed between the look and the write. */
const save = `
MATCH (d:Dataset {id: $dataset}) SET d.locked = true
MERGE (x:Document {dataset: $dataset, kind: $kind, id: $id}) SET x.body = $body
RETURN x.id AS id`;

const find = `
MATCH (x:Document {dataset: $dataset, kind: $kind}) WHERE x.id IS NOT NULL AND ($id IS NULL OR x.id = $id)
RETURN x.id AS id, x.body AS body`;

const findAll = `
MATCH (x:Document {dataset: $dataset}) WHERE x.kind IS NOT NULL AND x.id IS NOT NULL
RETURN x.kind AS kind, x.id AS id, x.body AS body`;

const remove = `
MATCH (x:Document {dataset: $dataset, kind: $kind, id: $id}) DELETE x`;

export async function saveDocument(
  client: Neo4jClient,
  dataset: string,
  kind: DocumentKind,
  { id, body }: StoredDocument,
): Promise<void> {
  checkNames(id);
  const parameters = { dataset, kind, id, body: JSON.stringify(body) };
  if ((await client.write((query) => query(save, parameters))).records.length === 0) throw notFound("dataset", dataset);
}

/** The documents of a kind by id, or only the one of that id. */
export function findDocuments(
  client: Neo4jClient,
  dataset: string,
  kind: DocumentKind,
  id: string | null,
): Promise<StoredDocument[]> {
  return readVisible(client, dataset, async (query) => {
    const { records } = await query<{ id: string; body: string }>(find, { dataset, kind, id });
    return records.map((row): StoredDocument => ({ id: row.get("id"), body: JSON.parse(row.get("body")) })).sort(byId);
  });
}

/** The documents of all kinds, in any order. */
export async function allDocuments(query: Query, dataset: string): Promise<ArchivedDocument[]> {
  const { records } = await query<{ kind: DocumentKind; id: string; body: string }>(findAll, { dataset });
  return records.map((row) => ({ kind: row.get("kind"), id: row.get("id"), body: JSON.parse(row.get("body")) }));
}

export async function removeDocument(
  client: Neo4jClient,
  dataset: string,
  kind: DocumentKind,
  id: string,
): Promise<void> {
  await readVisible(client, dataset, async () => undefined);
  if (!(await deletesAny(client, remove, { dataset, kind, id }))) throw notFound(kind, id);
}
