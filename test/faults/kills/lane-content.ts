import { type Dataset, datasetHash } from "../../../analyzer/index.ts";
import { layOut } from "../../../api/store/dataset-layout.ts";
import type { DatasetArchive, RunRecord } from "../../../api/store/store.ts";
import { largeDataset } from "../../contract/large-dataset.ts";
import type { Content } from "./lane-state.ts";

/** What the writes of a lane bring: always the same for the same lane and number, and never the same twice. */
export const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

export const datasetId = (lane: string): string => `kills-${lane}`;

export function laneDataset(lane: string, { write, rows }: Content): Dataset {
  const whole = largeDataset(datasetId(lane), { assets: rows, dependencies: rows, connections: rows });
  return {
    ...whole,
    description: { ...whole.description, version: String(write) },
    // Some rows differ from write to write, most do not, as when somebody edits.
    assets: whole.assets.map((asset, n) => (n % 7 === 0 ? { ...asset, capacity: write } : asset)),
    dependencies: whole.dependencies.map((row, n) => (n % 5 === 0 ? { ...row, distanceKm: write } : row)),
  };
}

/** A dataset with one revision and a document, as `archiveDataset` would have given it. */
export function laneArchive(lane: string, content: Content, documentId: string): DatasetArchive {
  const dataset = laneDataset(lane, content);
  const revision = { revision: 1, kind: "import" as const, hash: laneDatasetHash(lane, content), ...by };
  const documents = [{ kind: "scenario" as const, id: documentId, body: laneDocument(content.write) }];
  return { dataset, revisions: [{ ...revision, counts: layOut(dataset).counts }], changes: [], documents };
}

const hashes = new Map<string, string>();

export function laneDatasetHash(lane: string, content: Content): string {
  const key = `${lane} ${content.write} ${content.rows}`;
  const hash = hashes.get(key) ?? datasetHash(laneDataset(lane, content));
  hashes.set(key, hash);
  return hash;
}

export const laneDocument = (write: number): object => ({ write, filler: "document ".repeat(1 + (write % 2_000)) });

export const laneRunId = (lane: string, name: string): string => `kills-${lane}-${name}`;

export function laneRun(lane: string, name: string, write: number): RunRecord {
  const result = JSON.stringify({ write, filler: "result ".repeat(1 + ((write * 7_919) % 40_000)) });
  return {
    id: laneRunId(lane, name),
    dataset: { id: datasetId(lane), version: "1", hash: "0".repeat(64), revision: null },
    analysis: "run",
    parameters: { write },
    overlays: [],
    overlayBodies: [],
    engine: "9.9.9",
    startedAt: by.at,
    endedAt: by.at,
    resultHash: String(write),
    result,
  };
}
