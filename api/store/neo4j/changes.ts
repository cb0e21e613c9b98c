import type { DatasetChange } from "../../../analyzer/index.ts";
import { type Neo4jClient, type Query, whole } from "./neo4j-client.ts";

/**
 * What a revision changed is JSON, cut into parts: a dataset that was replaced whole may come to more than one transaction can
 * hold.
 */
const partCharacters = 2_000_000;

const create = `
MATCH (s:Snapshot {id: $snapshot}) WHERE NOT coalesce(s.dropped, false)
SET s.touched = timestamp()
CREATE (:Change {snapshot: $snapshot, dataset: s.dataset, revision: $revision, part: $part, text: $text})`;

const read = `
MATCH (v:Revision {dataset: $id}) WHERE v.revision > $after
OPTIONAL MATCH (c:Change {snapshot: v.snapshot, revision: v.revision}) WHERE c.part IS NOT NULL
RETURN v.revision AS revision, c.text AS text ORDER BY v.revision, c.part`;

/** Writes what led to a revision beside the rows of a snapshot that nobody sees yet. */
export async function writeChange(
  client: Neo4jClient,
  snapshot: string,
  revision: number,
  change: DatasetChange,
): Promise<void> {
  const text = JSON.stringify(change);
  for (const [part, piece] of cut(text).entries())
    await client.once(create, { snapshot, revision: whole(revision), part: whole(part), text: piece });
}

/** Half a surrogate pair would not be kept: no cut goes through one. */
function cut(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + partCharacters;
    const splitsPair = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(to - 1, to + 1));
    parts.push(text.slice(from, splitsPair ? to - 1 : to));
    from = splitsPair ? to - 1 : to;
  }
  return parts;
}

/** What led to the revisions after the one of that number, in order; null for what was not kept. */
export async function readChanges(query: Query, id: string, after: number): Promise<(DatasetChange | null)[]> {
  const texts = new Map<number, string | null>();
  for await (const row of query<{ revision: number; text: string | null }>(read, { id, after: whole(after) })) {
    const { revision, text } = row.toObject();
    texts.set(revision, text === null ? null : (texts.get(revision) ?? "") + text);
  }
  return [...texts.values()].map((text): DatasetChange | null => (text === null ? null : JSON.parse(text)));
}
