import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restoreBackup } from "../../../../api/store/backup/restore-backup.ts";
import type { Settled } from "../../../../api/store/backup/transfer.ts";
import { MemoryStore } from "../../../../api/store/memory.ts";
import { openStore } from "../../../../api/store/open-store.ts";
import { backupOf } from "../../../support/backup-bytes.ts";
import { fillStore, filledDatasets, firstRunId, runAgain } from "../../../support/filled-store.ts";
import { sampleDataset } from "../../../contract/sample-dataset.ts";

let folder: string;
let file: string;
let text: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "knockon-restore-"));
  file = join(folder, "file.knockon");
  const store = new MemoryStore();
  await fillStore(store);
  text = await backupOf(store);
  await writeFile(file, text);
});
afterAll(() => rm(folder, { recursive: true }));

const openSqlite = (name: string) => openStore(`sqlite:${join(folder, name)}`, {});

describe("restoring a backup", () => {
  it("gives a store whose backup has the same bytes, in memory and in SQLite", async () => {
    const memory = new MemoryStore();
    await restoreBackup(file, memory);
    expect(await backupOf(memory)).toBe(text);
    const sqlite = await openSqlite("round.db");
    const sha256 = await restoreBackup(file, sqlite);
    expect(await backupOf(sqlite)).toBe(text);
    expect(text.endsWith(`"sha256":"${sha256}"}}\n`)).toBe(true);
    const again = await runAgain(sqlite, firstRunId);
    expect(again.resultHash).toBe((await sqlite.run(firstRunId))?.resultHash);
    await sqlite.close();
  });

  it("tells what it wrote; the same again writes nothing", async () => {
    const store = new MemoryStore();
    const names = async (dryRun: boolean): Promise<string[]> => {
      const settled: Settled[] = [];
      await restoreBackup(file, store, { dryRun, onSettled: (each) => settled.push(each) });
      return settled.map(({ entry, isNew }) => `${entry.id} ${isNew}`);
    };
    const all = [...filledDatasets, "a", firstRunId, "run-of-the-last"];
    expect(await names(true)).toEqual(all.map((id) => `${id} true`));
    expect(await store.datasets()).toEqual([]);
    expect(await names(false)).toEqual(all.map((id) => `${id} true`));
    expect(await names(false)).toEqual(all.map((id) => `${id} false`));
  });

  it("refuses a store that holds anything else, and names it", async () => {
    const other = new MemoryStore();
    await other.importDataset(sampleDataset("other"), { by: "x", at: "2025-01-01T00:00:00.000Z" });
    await expect(restoreBackup(file, other)).rejects.toMatchObject({
      code: "BACKUP_STORE_IN_USE",
      message: expect.stringContaining("dataset other") as string,
    });
    expect((await other.datasets()).map(({ id }) => id)).toEqual(["other"]);
    const edited = new MemoryStore();
    await restoreBackup(file, edited);
    await edited.saveDocument("sample", "scenario", "s", "another text");
    await edited.removeDataset("golden");
    await expect(restoreBackup(file, edited)).rejects.toMatchObject({ code: "BACKUP_STORE_IN_USE" });
    expect((await edited.datasets()).map(({ id }) => id)).toEqual(["sample"]);
  });

  it("writes nothing of a file that is damaged at its very end", async () => {
    const damaged = join(folder, "damaged.knockon");
    await writeFile(damaged, text.replace(/"runs":3/, '"runs":4'));
    const store = new MemoryStore();
    await expect(restoreBackup(damaged, store)).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
    expect([await store.datasets(), (await store.runs(undefined, { offset: 0, limit: 9 })).total]).toEqual([[], 0]);
  });

  it("keeps whole parts when it is stopped, and goes on from there", async () => {
    const store = await openSqlite("stopped.db");
    const cancel = new AbortController();
    const stopped = restoreBackup(file, store, {
      signal: cancel.signal,
      onSettled: () => cancel.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
    expect((await store.datasets()).map(({ id }) => id)).toEqual(["golden"]);
    await restoreBackup(file, store);
    expect(await backupOf(store)).toBe(text);
    await store.close();
  });

  it("says so where the store did not keep what it was given", async () => {
    class Forgetful extends MemoryStore {
      override async saveRun(): Promise<void> {}
    }
    await expect(restoreBackup(file, new Forgetful())).rejects.toMatchObject({ code: "COPY_NOT_KEPT" });
  });
});
