import { join } from "node:path";
import { type Dataset, datasetHash, prepareGround } from "../../analyzer/index.ts";
import { missingTools } from "../../api/neo4j-server/missing-tools.ts";
import { startServer, stopServer, wipeServer } from "../../api/neo4j-server/start-server.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { keepStored, readStored } from "../../api/store/read-stored.ts";
import { openStore } from "../../api/store/open-store.ts";
import { SnapshotCache } from "../../api/store/snapshot-cache.ts";
import type { Store } from "../../api/store/store.ts";
import { type BenchRow, measure } from "./measure.ts";

const options = { by: "bench", at: "2026-01-01T00:00:00.000Z" };

/** How often, and the most milliseconds that are accepted. */
export interface StorePlan {
  readonly runs: number;
  readonly sqliteImport: number;
  readonly sqliteArrays: number | null;
  readonly cachedArrays: number | null;
  readonly neo4jImport: number;
  readonly neo4jAgain: number | null;
  readonly neo4jArrays: number | null;
}

/** What is asked of europe-open on two cores. */
export const europeOpenPlan: StorePlan = {
  runs: 3,
  sqliteImport: 5_000,
  sqliteArrays: 100,
  cachedArrays: 50,
  neo4jImport: 15_000,
  neo4jAgain: 1_000,
  neo4jArrays: 3_000,
};

/** What is asked of 100,000 assets and 300,000 dependencies, with 512 MiB for the heap of Neo4j. */
export const largePlan: StorePlan = {
  runs: 1,
  sqliteImport: 30_000,
  sqliteArrays: null,
  cachedArrays: null,
  neo4jImport: 120_000,
  neo4jAgain: null,
  neo4jArrays: null,
};

/** Import into a new SQLite file each time, and back out of the last one into typed arrays; its URL is told. */
export async function* sqliteRows(
  dataset: Dataset,
  folder: string,
  plan: StorePlan,
  tellUrl: (url: string) => void,
): AsyncGenerator<BenchRow> {
  const { id } = dataset.description;
  let count = 0;
  let url = "";
  const { runs } = plan;
  yield await measure({ name: "import into SQLite", runs, floor: plan.sqliteImport, about }, () => {
    url = `sqlite:${join(folder, `${id}-${++count}.db`)}`;
    return withStore(url, {}, (store) => importOnce(store, dataset));
  });
  yield await measure({ name: "SQLite to typed arrays, without a snapshot", runs, floor: null, about }, () =>
    withStore(url, {}, (store) => arraysOf(store, id)),
  );
  const cache = new SnapshotCache(join(folder, "snapshots"), "bench");
  const hash = datasetHash(dataset);
  await withStore(url, {}, (store) => keepStored(store, { hash }, dataset, cache));
  yield await measure({ name: "SQLite to typed arrays", runs, floor: plan.sqliteArrays, about }, () =>
    withStore(url, {}, async (store) => {
      const stored = await store.dataset(id);
      return compiled(stored === null ? null : await readStored(store, stored, cache));
    }),
  );
  yield await measure({ name: "snapshot cache to typed arrays", runs, floor: plan.cachedArrays, about }, async () => {
    const arrays = await cache.readArrays(hash);
    return `${arrays?.system.assetIds.length ?? 0} assets, ${arrays?.system.memberProvider.length ?? 0} members`;
  });
  tellUrl(url);
}

/** Why there is no Neo4j here, or null. */
export const neo4jMissing: () => Promise<string | null> = missingTools;

/**
 * Import into an empty Neo4j of its own, which is stopped and wiped at the end; the same again; and back out of it into typed
 * arrays. The first row tells the most memory that this process took meanwhile.
 */
export async function* neo4jRows(dataset: Dataset, plan: StorePlan): AsyncGenerator<BenchRow> {
  const root = process.env["KNOCKON_NEO4J_FOLDER"] ?? join(projectFolder(), ".cache", "neo4j");
  const name = "bench";
  await stopServer(root, name);
  await wipeServer(root, name);
  const { url, user, password } = await startServer(root, name);
  const { runs } = plan;
  let run = 0;
  // An id of its own for each run: nothing has to be removed between them.
  const named = (): Dataset => ({ ...dataset, description: { ...dataset.description, id: `bench-${run}` } });
  const open = <T>(work: (store: Store) => Promise<T>): Promise<T> => withStore(url, { user, password }, work);
  try {
    const memory = watchMemory();
    const imported = await measure(
      { name: "import into Neo4j", runs, floor: plan.neo4jImport, countsCpu: false, about },
      () => {
        run += 1;
        return open((store) => importOnce(store, named()));
      },
    );
    yield { ...imported, about: `${imported.about}, ${memory()}` };
    yield await measure({ name: "the same into Neo4j again", runs, floor: plan.neo4jAgain, countsCpu: false }, () =>
      open(async (store) => String((await store.importDataset(named(), options)).changed)),
    );
    yield await measure({ name: "Neo4j to typed arrays", runs, floor: plan.neo4jArrays, countsCpu: false, about }, () =>
      open((store) => arraysOf(store, named().description.id)),
    );
  } finally {
    await stopServer(root, name);
    await wipeServer(root, name);
  }
}

async function withStore<T>(
  url: string,
  secrets: { readonly user?: string; readonly password?: string },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(url, secrets);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function importOnce(store: Store, dataset: Dataset): Promise<string> {
  const { changed } = await store.importDataset(dataset, options);
  const stored = await store.dataset(dataset.description.id);
  if (!changed || stored === null) throw new Error("nothing was imported");
  const { assets, dependencies, connections } = stored.counts;
  return `${assets + dependencies + connections} rows`;
}

async function arraysOf(store: Store, id: string): Promise<string> {
  return compiled(await store.readDataset(id));
}

function compiled(dataset: Dataset | null): string {
  const outcome = dataset === null ? null : prepareGround(dataset, []);
  if (outcome?.kind !== "ready") throw new Error("nothing was compiled");
  const { assetIds, memberProvider } = outcome.ground.cascade.system;
  return `${assetIds.length} assets, ${memberProvider.length} members`;
}

const mebibyte = 1_048_576;

/** The most memory that this process takes from now on, in words. */
function watchMemory(): () => string {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  return () => {
    clearInterval(timer);
    return `this process ${Math.round(most / mebibyte)} MiB at most, ${Math.round(before / mebibyte)} before`;
  };
}

function about(checksum: string): string {
  return checksum;
}
