import { byId, datasetHash } from "../../../analyzer/index.ts";
import type { Store } from "../../../api/store/store.ts";
import { datasetId, laneDatasetHash, laneDocument, laneRun } from "./lane-content.ts";
import type { LaneState } from "./lane-state.ts";

interface RunLook {
  readonly id: string;
  readonly hash: string | undefined;
  readonly result: string | null | undefined;
}

/** All a lane has in the store, as one text: two looks are equal where all of it is. */
export async function lookAtLane(store: Store, lane: string): Promise<string> {
  const id = datasetId(lane);
  const summary = await store.dataset(id);
  const runs: RunLook[] = [];
  for (const { id: runId } of (await store.runs(id, { offset: 0, limit: 1_000 })).runs) {
    const found = await store.run(runId);
    runs.push({ id: runId, hash: found?.resultHash, result: found?.result });
  }
  const dataset = summary === null ? null : await lookAtDataset(store, id);
  return JSON.stringify({ dataset, runs: runs.sort(byId) });
}

async function lookAtDataset(store: Store, id: string): Promise<unknown> {
  const summary = await store.dataset(id);
  const whole = await store.readDataset(id);
  const rows = [whole.assets.length, whole.dependencies.length, whole.connections.length];
  const { total } = await store.assets(id, { offset: 0, limit: 1 });
  const revisions = (await store.revisions(id)).map(({ revision, hash }) => [revision, hash]);
  const documents = await store.documents(id, "scenario");
  const first = datasetHash(await store.readDataset(id, { revision: 1 }));
  const shown = { hash: datasetHash(whole), rows, total };
  return { revision: summary?.revision, hash: summary?.hash, shown, first, revisions, documents };
}

/** How the store looks where it holds this state. */
export function lookOf(lane: string, { revisions, documents, runs }: LaneState): string {
  const last = revisions.at(-1);
  const hash = last === undefined ? "" : laneDatasetHash(lane, last);
  const dataset = last && {
    revision: revisions.length,
    hash,
    shown: { hash, rows: [last.rows, last.rows, last.rows], total: last.rows },
    first: laneDatasetHash(lane, revisions[0] ?? last),
    revisions: revisions.map((content, at) => [at + 1, laneDatasetHash(lane, content)]),
    documents: Object.entries(documents)
      .map(([id, write]) => ({ id, body: laneDocument(write) }))
      .sort(byId),
  };
  const kept = Object.entries(runs).map(([name, write]): RunLook => {
    const { id, resultHash, result } = laneRun(lane, name, write);
    return { id, hash: resultHash, result };
  });
  return JSON.stringify({ dataset: dataset ?? null, runs: kept.sort(byId) });
}
