import { createHash } from "node:crypto";
import { checkRunTexts } from "../check-text.ts";
import { resultBytes, runDescription } from "../run-summary.ts";
import type { Page, RunDescription, RunPage, RunRecord } from "../store.ts";
import { notFound, StoreError } from "../store-error.ts";
import { deletesAny, type Neo4jClient, whole } from "./neo4j-client.ts";

/** In the summary: the hash of what stands in other properties. */
const contentKey = "contentSha256";
const readTries = 5;

const save = "MERGE (x:Run {id: $id}) SET x += $properties RETURN x.id AS id";
const some = "MATCH (x:Run) WHERE x.id IS NOT NULL AND ($dataset IS NULL OR x.dataset_id = $dataset)";
// Runs of older versions did not keep how long their result is.
const bytes = "CASE WHEN x.result IS NULL THEN null ELSE coalesce(x.result_bytes, size(x.result)) END AS bytes";
const order = "ORDER BY x.started_at DESC, x.id SKIP $offset LIMIT $limit";
const list = `${some} WITH x ${order} RETURN x.summary AS summary, ${bytes} ORDER BY x.started_at DESC, x.id`;
const one = "MATCH (x:Run {id: $id}) RETURN x.summary AS summary, x.overlay_bodies AS overlays, x.result AS result";
const drop = "MATCH (x:Run {id: $id}) REMOVE x.result, x.result_bytes RETURN x.id AS id";
const remove = "MATCH (x:Run {id: $id}) DELETE x";

type RunRow = { summary: string | null; overlays: string | null; result: string | null };

export async function saveRun(client: Neo4jClient, record: RunRecord): Promise<void> {
  checkRunTexts(record);
  const size = resultBytes(record);
  const overlays = JSON.stringify(record.overlayBodies);
  // A property that is set to null is removed.
  const properties = {
    dataset_id: record.dataset.id,
    analysis: record.analysis,
    started_at: record.startedAt,
    result_hash: record.resultHash,
    summary: JSON.stringify({ ...runDescription(record), [contentKey]: contentHash(overlays, record.result) }),
    overlay_bodies: overlays,
    result: record.result,
    result_bytes: size === null ? null : whole(size),
  };
  await client.write((query) => query(save, { id: record.id, properties }));
}

export function listRuns(client: Neo4jClient, dataset: string | null, { offset, limit }: Page): Promise<RunPage> {
  return client.read(async (query) => {
    const { records: counted } = await query<{ total: number }>(`${some} RETURN count(x) AS total`, { dataset });
    const page = { dataset, offset: whole(offset), limit: whole(limit) };
    const { records } = await query<{ summary: string; bytes: number | null }>(list, page);
    const runs = records.map((row) => ({ ...parseDescription(row.get("summary")), resultBytes: row.get("bytes") }));
    return { total: counted[0]?.get("total") ?? 0, runs };
  });
}

/**
 * A server that reads what is committed may give properties of before and after one write: the summary, which is one of them,
 * says what the others have to be, and where they are not, all is read again. `STORE_CONFLICT` where that goes on.
 */
export async function findRun(client: Neo4jClient, id: string): Promise<RunRecord | null> {
  let dropped: string | null = null;
  for (let tries = 0; tries < readTries; tries += 1) {
    const { records } = await client.read((query) => query<RunRow>(one, { id }));
    const row = records[0]?.toObject();
    if (row === undefined) return null;
    const { summary, overlays, result } = row;
    if (summary === null) continue;
    const { [contentKey]: content } = JSON.parse(summary) as { readonly [contentKey]?: string };
    // A result that is not there was dropped, or goes away this very moment with its run: then the next look finds no run.
    const isWhole = result === null ? dropped === summary : content === contentHash(overlays, result);
    // Runs of older versions did not keep their overlays, nor a hash.
    if (isWhole || content === undefined)
      return { ...parseDescription(summary), overlayBodies: JSON.parse(overlays ?? "[]"), result };
    dropped = result === null ? summary : null;
  }
  throw new StoreError("STORE_CONFLICT", `Run ${JSON.stringify(id)} was replaced while it was read`);
}

export async function dropResult(client: Neo4jClient, id: string): Promise<void> {
  if ((await client.write((query) => query(drop, { id }))).records.length === 0) throw notFound("run", id);
}

export async function removeRun(client: Neo4jClient, id: string): Promise<void> {
  if (!(await deletesAny(client, remove, { id }))) throw notFound("run", id);
}

function parseDescription(text: string): RunDescription {
  const { [contentKey]: _content, ...description } = JSON.parse(text) as RunDescription & { [contentKey]?: string };
  return description;
}

function contentHash(overlays: string | null, result: string | null): string {
  return createHash("sha256").update(`${overlays}\n${result}`).digest("hex");
}
