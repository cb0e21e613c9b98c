import { runSummary } from "../run-summary.ts";
import type { Page, RunPage, RunRecord, RunSummary } from "../store.ts";
import { notFound } from "../store-error.ts";
import { type Neo4jClient, whole } from "./neo4j-client.ts";

const save = "MERGE (x:Run {id: $id}) SET x += $properties RETURN x.id AS id";
const some = "MATCH (x:Run) WHERE x.id IS NOT NULL AND ($dataset IS NULL OR x.dataset_id = $dataset)";
const list = `${some} RETURN x.summary AS summary ORDER BY x.started_at DESC, x.id SKIP $offset LIMIT $limit`;
const one = "MATCH (x:Run {id: $id}) RETURN x.summary AS summary, x.overlay_bodies AS overlays, x.result AS result";
const remove = "MATCH (x:Run {id: $id}) WITH x, x.id AS id DELETE x RETURN id";

type RunRow = { summary: string; overlays: string | null; result: string };

export async function saveRun(client: Neo4jClient, record: RunRecord): Promise<void> {
  const properties = {
    dataset_id: record.dataset.id,
    analysis: record.analysis,
    started_at: record.startedAt,
    result_hash: record.resultHash,
    summary: JSON.stringify(runSummary(record)),
    overlay_bodies: JSON.stringify(record.overlayBodies),
    result: record.result,
  };
  await client.write((query) => query(save, { id: record.id, properties }));
}

export function listRuns(client: Neo4jClient, dataset: string | null, { offset, limit }: Page): Promise<RunPage> {
  return client.read(async (query) => {
    const { records: counted } = await query<{ total: number }>(`${some} RETURN count(x) AS total`, { dataset });
    const page = { dataset, offset: whole(offset), limit: whole(limit) };
    const { records } = await query<{ summary: string }>(list, page);
    return { total: counted[0]?.get("total") ?? 0, runs: records.map((row) => parseSummary(row.get("summary"))) };
  });
}

export async function findRun(client: Neo4jClient, id: string): Promise<RunRecord | null> {
  const { records } = await client.read((query) => query<RunRow>(one, { id }));
  const row = records[0]?.toObject();
  if (row === undefined) return null;
  // Runs of older versions did not keep their overlays.
  return { ...parseSummary(row.summary), overlayBodies: JSON.parse(row.overlays ?? "[]"), result: row.result };
}

export async function removeRun(client: Neo4jClient, id: string): Promise<void> {
  if ((await client.write((query) => query(remove, { id }))).records.length === 0) throw notFound("run", id);
}

function parseSummary(text: string): RunSummary {
  return JSON.parse(text);
}
