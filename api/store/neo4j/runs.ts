import { checkRunTexts } from "../check-text.ts";
import { resultBytes, runDescription } from "../run-summary.ts";
import type { Page, RunDescription, RunPage, RunRecord } from "../store.ts";
import { notFound } from "../store-error.ts";
import { deletesAny, type Neo4jClient, whole } from "./neo4j-client.ts";

const save = "MERGE (x:Run {id: $id}) SET x += $properties RETURN x.id AS id";
const some = "MATCH (x:Run) WHERE x.id IS NOT NULL AND ($dataset IS NULL OR x.dataset_id = $dataset)";
// Runs of older versions did not keep how long their result is.
const bytes = "CASE WHEN x.result IS NULL THEN null ELSE coalesce(x.result_bytes, size(x.result)) END AS bytes";
const order = "ORDER BY x.started_at DESC, x.id SKIP $offset LIMIT $limit";
const list = `${some} WITH x ${order} RETURN x.summary AS summary, ${bytes} ORDER BY x.started_at DESC, x.id`;
const one = "MATCH (x:Run {id: $id}) RETURN x.summary AS summary, x.overlay_bodies AS overlays, x.result AS result";
const drop = "MATCH (x:Run {id: $id}) REMOVE x.result, x.result_bytes RETURN x.id AS id";
const remove = "MATCH (x:Run {id: $id}) DELETE x";

type RunRow = { summary: string; overlays: string | null; result: string | null };

export async function saveRun(client: Neo4jClient, record: RunRecord): Promise<void> {
  checkRunTexts(record);
  const size = resultBytes(record);
  // A property that is set to null is removed.
  const properties = {
    dataset_id: record.dataset.id,
    analysis: record.analysis,
    started_at: record.startedAt,
    result_hash: record.resultHash,
    summary: JSON.stringify(runDescription(record)),
    overlay_bodies: JSON.stringify(record.overlayBodies),
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

export async function findRun(client: Neo4jClient, id: string): Promise<RunRecord | null> {
  const { records } = await client.read((query) => query<RunRow>(one, { id }));
  const row = records[0]?.toObject();
  if (row === undefined) return null;
  // Runs of older versions did not keep their overlays.
  return { ...parseDescription(row.summary), overlayBodies: JSON.parse(row.overlays ?? "[]"), result: row.result };
}

export async function dropResult(client: Neo4jClient, id: string): Promise<void> {
  if ((await client.write((query) => query(drop, { id }))).records.length === 0) throw notFound("run", id);
}

export async function removeRun(client: Neo4jClient, id: string): Promise<void> {
  if (!(await deletesAny(client, remove, { id }))) throw notFound("run", id);
}

function parseDescription(text: string): RunDescription {
  return JSON.parse(text);
}
