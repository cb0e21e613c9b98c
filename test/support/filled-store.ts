import { type Dataset, datasetHash, lossScenario, runAnalysis } from "../../analyzer/index.ts";
import type { RunRecord, Store } from "../../api/store/store.ts";
import { sampleDataset } from "../contract/sample-dataset.ts";
import { goldenDataset } from "./golden.ts";

/** The datasets that `fillStore` puts in. */
export const filledDatasets = ["golden", "sample"] as const;

/** The run of `golden` at its first revision, which is not its last. */
export const firstRunId = "run-of-the-first";

const made = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

/**
 * Puts something of everything into a store: datasets with several revisions (rows, own columns and description changed,
 * one gone back), documents of both kinds, runs of a past and of the last revision, and one of a dataset that is gone
 * whose result was dropped.
 */
export async function fillStore(store: Store): Promise<void> {
  const sample = sampleDataset("sample");
  const fewer = { ...sample, dependencies: sample.dependencies.slice(1), connections: [] };
  const renamed = { ...fewer, description: { ...fewer.description, version: "2", title: "Renamed `}) 🏭" } };
  for (const dataset of [sample, fewer, renamed]) await store.importDataset(dataset, { ...made, why: 'a "step"\n' });
  await store.importDataset(sample, { ...made, kind: "undo", restores: 1 });
  await store.saveDocument("sample", "overlay", "../../o", { z: 1, a: [1e-9, null, { é: "\u0000" }] });
  await store.saveDocument("sample", "scenario", "s", "text");
  await store.importDataset(goldenDataset, made);
  const [first] = goldenDataset.assets;
  const assets = goldenDataset.assets.map((asset) => (asset === first ? { ...asset, restartHours: 7 } : asset));
  await store.importDataset({ ...goldenDataset, assets }, { ...made, kind: "edit" });
  await store.saveRun(runRecord(firstRunId, goldenDataset, 1));
  await store.saveRun(runRecord("run-of-the-last", { ...goldenDataset, assets }, 2));
  await store.saveRun({
    ...runRecord("a", goldenDataset, 1),
    dataset: { id: "gone", version: "1", hash: "0", revision: null },
  });
  await store.dropResult("a");
}

/** A run that a service would have recorded, made here. */
function runRecord(id: string, dataset: Dataset, revision: number): RunRecord {
  const { description } = dataset;
  const parameters = { scenario: lossScenario(["P1"], 96, 240) };
  return {
    id,
    dataset: { id: description.id, version: description.version, hash: datasetHash(dataset), revision },
    analysis: "run",
    parameters,
    overlays: [],
    engine: "1.0.0",
    startedAt: "2025-03-01T10:00:00.000Z",
    endedAt: "2025-03-01T10:00:01.000Z",
    overlayBodies: [],
    ...ranAs(dataset, parameters),
  };
}

function ranAs(dataset: Dataset, parameters: unknown): Pick<RunRecord, "result" | "resultHash"> {
  const input = { dataset, hash: datasetHash(dataset), overlays: [], engine: "1.0.0" };
  const outcome = runAnalysis("run", input, parameters, { progress: () => {}, aborted: () => false });
  if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(`the run ended ${outcome.kind}`);
  return { result: JSON.stringify(outcome.result), resultHash: outcome.result.resultHash };
}

/** Makes a recorded run again from the revision it names, and gives the result's text and hash. */
export async function runAgain(store: Store, runId: string): Promise<Pick<RunRecord, "result" | "resultHash">> {
  const record = await store.run(runId);
  if (record === null || record.dataset.revision === null) throw new Error(`${runId} cannot be made again`);
  const dataset = await store.readDataset(record.dataset.id, { revision: record.dataset.revision });
  return ranAs(dataset, record.parameters);
}
