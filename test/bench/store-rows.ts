import { join } from "node:path";
import type { Dataset } from "../../analyzer/index.ts";
import { missingTools } from "../../api/neo4j-server/missing-tools.ts";
import { startServer, stopServer, wipeServer } from "../../api/neo4j-server/start-server.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { openStore } from "../../api/store/open-store.ts";
import type { Store } from "../../api/store/store.ts";
import { type BenchRow, measure } from "./measure.ts";

const options = { by: "bench", at: "2026-01-01T00:00:00.000Z" };

/** Import into a new SQLite file each time. The last of them stays: its path is given as well. */
export async function sqliteRow(
  dataset: Dataset,
  folder: string,
): Promise<{ readonly row: BenchRow; readonly url: string }> {
  let count = 0;
  const newUrl = (): string => `sqlite:${join(folder, `import-${++count}.db`)}`;
  let url = "";
  const row = await measure({ name: "import into SQLite", runs: 5, floor: 15_000, about }, async () => {
    const store = await openStore((url = newUrl()), {});
    try {
      return await importOnce(store, dataset);
    } finally {
      await store.close();
    }
  });
  return { row, url };
}

/** Why there is no Neo4j here, or null. */
export const neo4jMissing: () => Promise<string | null> = missingTools;

/** Import into an empty Neo4j of its own, which is stopped and wiped at the end. The time to empty it again is not counted. */
export async function neo4jRow(dataset: Dataset): Promise<BenchRow> {
  const root = process.env["KNOCKON_NEO4J_FOLDER"] ?? join(projectFolder(), ".cache", "neo4j");
  const name = "bench";
  await stopServer(root, name);
  await wipeServer(root, name);
  const { url, user, password } = await startServer(root, name);
  try {
    let run = 0;
    const row = await measure(
      { name: "import into Neo4j", runs: 3, floor: 60_000, countsCpu: false, about },
      async () => {
        const store = await openStore(url, { user, password });
        try {
          // An id of its own for each run: nothing has to be removed between them.
          const id = `bench-${++run}`;
          return await importOnce(store, { ...dataset, description: { ...dataset.description, id } });
        } finally {
          await store.close();
        }
      },
    );
    return row;
  } finally {
    await stopServer(root, name);
    await wipeServer(root, name);
  }
}

async function importOnce(store: Store, dataset: Dataset): Promise<string> {
  const { changed } = await store.importDataset(dataset, options);
  const stored = await store.dataset(dataset.description.id);
  if (!changed || stored === null) throw new Error("nothing was imported");
  const { assets, dependencies, connections } = stored.counts;
  return `${assets + dependencies + connections} rows`;
}

function about(checksum: string): string {
  return checksum;
}
