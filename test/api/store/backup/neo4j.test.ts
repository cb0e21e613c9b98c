import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../../../api/neo4j-server/start-server.ts";
import { copyStore } from "../../../../api/store/backup/copy-store.ts";
import { restoreBackup } from "../../../../api/store/backup/restore-backup.ts";
import { MemoryStore } from "../../../../api/store/memory.ts";
import { openStore } from "../../../../api/store/open-store.ts";
import type { Store } from "../../../../api/store/store.ts";
import { writeBundle, writeDatasetFolder } from "../../../../datasets/formats/index.ts";
import { backupOf } from "../../../support/backup-bytes.ts";
import { fillStore, filledDatasets, firstRunId, runAgain } from "../../../support/filled-store.ts";
import { neo4jSkipReason, neo4jStoreArguments, withOwnNeo4jServer } from "../../../support/neo4j.ts";
import { call, callJson, library } from "../../cli/call.ts";

const all = { offset: 0, limit: 100 };

describe.skipIf((await neo4jSkipReason()) !== null)("a backup and a Neo4j server of its own", () => {
  let folder: string;
  const memory = new MemoryStore();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-copy-"));
    await fillStore(memory);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const url = (name: string): string => `sqlite:${join(folder, name)}`;

  /** Memory, file, SQLite, Neo4j, SQLite, file: the same bytes at the end, and a run is made again to the same hash. */
  async function goesRound(neo4j: Store): Promise<void> {
    const text = await backupOf(memory);
    const file = join(folder, "start.knockon");
    await writeFile(file, text);
    const [first, last] = [await openStore(url("first.db"), {}), await openStore(url("last.db"), {})];
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
    const after = await runAgain(last, firstRunId);
    const hashes = [before, there, after].map(({ resultHash }) => resultHash);
    expect(hashes).toEqual(Array<unknown>(3).fill((await last.run(firstRunId))?.resultHash));
    await Promise.all([first.close(), last.close()]);
  }

  /** A file is restored into Neo4j, and the exports have the bytes of every other store's. */
  async function exportsAlike(neo4j: Store): Promise<void> {
    const file = join(folder, "export.knockon");
    await writeFile(file, await backupOf(memory));
    const embedded = await openStore(url("export.db"), {});
    for (const store of [neo4j, embedded]) await restoreBackup(file, store);
    for (const id of filledDatasets) {
      const stores = [memory, embedded, neo4j];
      const datasets = await Promise.all(stores.map((store) => store.readDataset(id)));
      const [first, ...others] = datasets.map((dataset) => [writeBundle(dataset), [...writeDatasetFolder(dataset)]]);
      expect(others).toEqual([first, first]);
    }
    await embedded.close();
  }

  /** What differs is refused before anything is written, in both directions. */
  async function refusesDifferences(neo4j: Store): Promise<void> {
    const embedded = await openStore(url("differs.db"), {});
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
  }

  /** On the command line, with a password for one side alone: a run of then is replayed in every place it came to. */
  async function replays({ url: server, user, password }: RunningServer): Promise<void> {
    const [from, to] = [url("asked.db"), url("arrived.db")];
    await callJson(["import", library("golden"), "--store", from]);
    const loss = ["--lose", "P1", "--hours", "96", "--horizon", "240"];
    const asked = await call(["run", "golden", ...loss, "--store", from]);
    const id = /^note: recorded as run (\S+)$/m.exec(asked.stderr)?.[1] ?? "";
    const there = {
      KNOCKON_TO_NEO4J_USER: user,
      KNOCKON_TO_NEO4J_PASSWORD: password,
      KNOCKON_NEO4J_PASSWORD: "not this",
    };
    const back = { KNOCKON_FROM_NEO4J_USER: user, KNOCKON_FROM_NEO4J_PASSWORD: password };
    const copied = await call(["copy", "--from", from, "--to", server], { environment: there });
    expect(copied).toMatchObject({ code: 0, stderr: "" });
    expect(copied.stdout).not.toContain(password);
    await callJson(["copy", "--from", server, "--to", to], { environment: back });
    const environment = { KNOCKON_NEO4J_USER: user, KNOCKON_NEO4J_PASSWORD: password };
    for (const store of [from, server, to])
      expect(await callJson(["replay", id, "--store", store], { environment })).toMatchObject({ outcome: "same" });
  }

  it("go round with the same bytes, export alike, refuse what differs and replay runs of then", async () => {
    await withOwnNeo4jServer(async (start) => {
      const server = await start();
      const neo4j = await openStore(...neo4jStoreArguments(server));
      for (const check of [goesRound, exportsAlike, refusesDifferences]) {
        await check(neo4j);
        await clear(neo4j);
      }
      await replays(server);
      await neo4j.close();
    });
  }, 600_000);
});

async function clear(store: Store): Promise<void> {
  for (const { id } of (await store.runs(undefined, all)).runs) await store.removeRun(id);
  for (const { id } of await store.datasets()) await store.removeDataset(id);
}
