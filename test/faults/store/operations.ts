import type { Dataset } from "../../../analyzer/index.ts";
import type { DatasetArchive, RunRecord, Store } from "../../../api/store/store.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };
const page = { offset: 0, limit: 10 };

/** The datasets the operations are asked about. Each write has one of its own, so that they can be asked all at once. */
const read = "faults-read";
const written = "faults-write";
const documented = "faults-documents";
const removed = "faults-remove";
const restored = "faults-restore";

interface Operation {
  readonly name: string;
  readonly writes: boolean;
  /** What has to be there before. */
  prepare?(store: Store): Promise<unknown>;
  /** `n` is another number each time: a write that changes nothing would not be one. */
  ask(store: Store, n: number): Promise<unknown>;
}

const version = (id: string, n: number): Dataset => {
  const dataset = sampleDataset(id);
  return { ...dataset, description: { ...dataset.description, version: String(n) } };
};

const run = (id: string, n: number, dataset = "faults-other"): RunRecord => ({
  id,
  dataset: { id: dataset, version: "1.0", hash: "0".repeat(64), revision: 1 },
  analysis: "run",
  parameters: {},
  overlays: [],
  overlayBodies: [],
  engine: "9.9.9",
  startedAt: by.at,
  endedAt: by.at,
  resultHash: String(n),
  result: JSON.stringify({ n }),
});

const reading = (name: string, ask: (store: Store) => Promise<unknown>): Operation => ({ name, writes: false, ask });

const writing = (
  name: string,
  ask: (store: Store, n: number) => Promise<unknown>,
  prepare: (store: Store) => Promise<unknown> = async () => undefined,
): Operation => ({ name, writes: true, ask, prepare });

/** Every operation of the port (api/store/store.ts) but `close`. A new one is one line here. */
export const operations: readonly Operation[] = [
  reading("ping", (store) => store.ping()),
  reading("dataset", (store) => store.dataset(read)),
  reading("description", (store) => store.description(read)),
  reading("readDataset", (store) => store.readDataset(read)),
  reading("readDataset of a past revision", (store) => store.readDataset(read, { revision: 1 })),
  reading("revisions", (store) => store.revisions(read)),
  reading("archiveDataset", (store) => store.archiveDataset(read)),
  reading("assets", (store) => store.assets(read, page)),
  reading("asset", (store) => store.asset(read, "G1")),
  reading("neighbours", (store) => store.neighbours(read, "G1")),
  reading("documents", (store) => store.documents(read, "scenario")),
  reading("document", (store) => store.document(read, "scenario", "kept")),
  reading("runs", (store) => store.runs(read, page)),
  reading("run", (store) => store.run("faults-kept")),
  // Others write while all are asked at once: the list is right if it holds what is only read.
  reading("datasets", async (store) => (await store.datasets()).filter(({ id }) => id === read)),
  writing("importDataset", (store, n) => store.importDataset(version(written, n), by)),
  writing("restoreDataset", (store) => store.restoreDataset(archive(), {}), withoutDataset(restored)),
  writing(
    "removeDataset",
    (store) => store.removeDataset(removed),
    (store) => store.importDataset(version(removed, 1), by),
  ),
  writing("saveDocument", (store, n) => store.saveDocument(documented, "overlay", "saved", { n })),
  writing(
    "removeDocument",
    (store) => store.removeDocument(documented, "overlay", "removed"),
    (store) => store.saveDocument(documented, "overlay", "removed", {}),
  ),
  writing("saveRun", (store, n) => store.saveRun(run("faults-saved", n))),
  writing(
    "dropResult",
    (store) => store.dropResult("faults-dropped"),
    (store) => store.saveRun(run("faults-dropped", 0)),
  ),
  writing(
    "removeRun",
    (store) => store.removeRun("faults-removed"),
    (store) => store.saveRun(run("faults-removed", 0)),
  ),
];

function withoutDataset(id: string): (store: Store) => Promise<unknown> {
  return async (store) => {
    if ((await store.dataset(id)) !== null) await store.removeDataset(id);
  };
}

let kept: DatasetArchive | undefined;

function archive(): DatasetArchive {
  if (kept === undefined) throw new Error("nothing was archived");
  return kept;
}

/** Puts into a store what the operations need. */
export async function fill(store: Store): Promise<void> {
  await store.importDataset(version(restored, 1), by);
  kept = await store.archiveDataset(restored);
  await store.importDataset(version(documented, 1), by);
  for (const n of [1, 2]) await store.importDataset(version(read, n), by);
  await store.saveDocument(read, "scenario", "kept", { a: 1 });
  await store.saveRun(run("faults-kept", 1, read));
}

/** Removes what a fault may have left half done, and puts back what the operations take away. */
export async function prepare(store: Store): Promise<void> {
  for (const operation of operations) await operation.prepare?.(store);
}
