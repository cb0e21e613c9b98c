import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeBundle, writeDatasetFolder } from "../../../../datasets/formats/index.ts";
import { copyStore } from "../../../../api/store/backup/copy-store.ts";
import { restoreBackup } from "../../../../api/store/backup/restore-backup.ts";
import { MemoryStore } from "../../../../api/store/memory.ts";
import { openStore } from "../../../../api/store/open-store.ts";
import type { Store } from "../../../../api/store/store.ts";
import { backupOf } from "../../../support/backup-bytes.ts";
import { fillStore, filledDatasets, firstRunId, runAgain } from "../../../support/filled-store.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../../../support/neo4j.ts";

const all = { offset: 0, limit: 100 };

describe.skipIf((await neo4jSkipReason()) !== null)("a backup and a Neo4j server", () => {
  const server = useNeo4jServer();
  let folder: string;
  let memory: MemoryStore;
  let neo4j: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-copy-"));
    memory = new MemoryStore();
    await fillStore(memory);
    neo4j = await openStore(...neo4jStoreArguments(server()));
  });
  afterAll(async () => {
    await clear(neo4j);
    await neo4j.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => clear(neo4j));

  const sqlite = (name: string): Promise<Store> => openStore(`sqlite:${join(folder, name)}`, {});

  it("memory, file, SQLite, Neo4j, SQLite, file: the same bytes at the end, and a run replays to the same hash", async () => {
    const text = await backupOf(memory);
    const file = join(folder, "start.knockon");
    await writeFile(file, text);
    const [first, last] = [await sqlite("first.db"), await sqlite("last.db")];
    await restoreBackup(file, first);
    const before = await runAgain(first, firstRunId);
    const changed: boolean[] = [];
    await copyStore(first, neo4j, { onSettled: ({ isNew }) => changed.push(isNew) });
    await copyStore(first, neo4j, { onSettled: ({ isNew }) => changed.push(isNew) });
    expect(changed).toEqual([true, true, true, true, true, false, false, false, false, false]);
    expect(await backupOf(neo4j)).toBe(text);
    const there = await runAgain(neo4j, firstRunId);
    await copyStore(neo4j, last);
    expect(await backupOf(last)).toBe(text);
    for (const id of filledDatasets) expect(await last.revisions(id)).toEqual(await memory.revisions(id));
    const recorded = await last.run(firstRunId);
    const after = await runAgain(last, firstRunId);
    expect([before, there, after].map(({ resultHash }) => resultHash)).toEqual(
      Array<unknown>(3).fill(recorded?.resultHash),
    );
    await Promise.all([first.close(), last.close()]);
  }, 120_000);

  it("restores a file into Neo4j, and the exports have the bytes of every other store's", async () => {
    const file = join(folder, "export.knockon");
    await writeFile(file, await backupOf(memory));
    await restoreBackup(file, neo4j);
    const embedded = await sqlite("export.db");
    await restoreBackup(file, embedded);
    for (const id of filledDatasets) {
      const exported = await Promise.all(
        [memory, embedded, neo4j].map(async (store) => {
          const dataset = await store.readDataset(id);
          return [writeBundle(dataset), [...writeDatasetFolder(dataset)]];
        }),
      );
      expect(exported[1]).toEqual(exported[0]);
      expect(exported[2]).toEqual(exported[0]);
    }
    await embedded.close();
  }, 120_000);

  it("refuses what differs before it writes anything, in both directions", async () => {
    const embedded = await sqlite("differs.db");
    await copyStore(memory, embedded);
    await copyStore(memory, neo4j, { datasets: ["sample"] });
    await neo4j.saveDocument("sample", "scenario", "s", "edited");
    await expect(copyStore(embedded, neo4j)).rejects.toMatchObject({ code: "COPY_DIFFERS" });
    await expect(copyStore(neo4j, embedded)).rejects.toMatchObject({ code: "COPY_DIFFERS" });
    expect((await neo4j.datasets()).map(({ id }) => id)).toEqual(["sample"]);
    expect((await neo4j.runs(undefined, all)).total).toBe(0);
    await copyStore(embedded, neo4j, { datasets: ["golden"] });
    expect((await neo4j.datasets()).map(({ id }) => id)).toEqual(["golden", "sample"]);
    await embedded.close();
  }, 120_000);
});

async function clear(store: Store): Promise<void> {
  for (const { id } of (await store.runs(undefined, all)).runs) await store.removeRun(id);
  for (const { id } of await store.datasets()) await store.removeDataset(id);
}
