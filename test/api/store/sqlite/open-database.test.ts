import { copyFile, mkdtemp, open, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../../api/store/open-store.ts";
import { chooseSqlite } from "../../../../api/store/sqlite/choose-sqlite.ts";
import { applicationId, migrations } from "../../../../api/store/sqlite/schema.ts";
import type { Store } from "../../../../api/store/store.ts";
import { sampleDataset } from "../../../contract/sample-dataset.ts";

// Two copies of SQLite in one process would not see each other's locks.
const { DatabaseSync } = chooseSqlite();

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };
const page = { offset: 0, limit: 10 };

describe("opening a SQLite file", () => {
  let folder: string;
  let file: string;
  const stores: Store[] = [];
  const openFile = async (): Promise<Store> => {
    const store = await openStore(`sqlite:${file}`, {});
    stores.push(store);
    return store;
  };
  /** What somebody does to the file with another program. */
  const edit = (sql: string): void => {
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    database.close();
  };
  const steps = (): unknown[] => {
    const database = new DatabaseSync(file);
    const rows = database.prepare("SELECT step, applied_at FROM migration ORDER BY step").all();
    database.close();
    return rows;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
    file = join(folder, "a.db");
  });

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  });

  it("notes each step that a new file takes, and none again", async () => {
    await (await openFile()).ping();
    const taken = migrations.map((_, index) => ({
      step: index + 1,
      applied_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u),
    }));
    const first = steps();
    expect(first).toEqual(taken);
    await openFile();
    expect(steps()).toEqual(first);
  });

  it("brings a file of the first version up to date, with all that is in it", async () => {
    const database = new DatabaseSync(file);
    database.exec(`${migrations[0]}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1`);
    const { description, assets } = sampleDataset("one");
    const counts = JSON.stringify({ assets: 1, dependencies: 0, connections: 0, states: 1, sectors: 1 });
    const texts = [counts, JSON.stringify(description)] as const;
    database.prepare("INSERT INTO dataset VALUES (1, 'one', 'h', 1, '2024-01-01T00:00:00.000Z', ?, ?)").run(...texts);
    database
      .prepare("INSERT INTO revision VALUES (1, 1, ?)")
      .run(JSON.stringify({ revision: 1, hash: "h", by: "ada" }));
    const [asset] = assets;
    database
      .prepare("INSERT INTO asset VALUES (1, 0, ?, 'energy', 'plant', '', ?)")
      .run(String(asset?.id), JSON.stringify(asset));
    database
      .prepare("INSERT INTO run VALUES ('r', 'one', '2024', ?, '{}')")
      .run(JSON.stringify({ id: "r", dataset: { id: "one" } }));
    database.close();

    const store = await openFile();
    expect((await store.readDataset("one")).assets).toEqual([asset]);
    expect(await store.revisions("one")).toMatchObject([{ revision: 1, kind: "import" }]);
    expect(await store.run("r")).toMatchObject({ dataset: { id: "one", revision: null }, overlayBodies: [] });
    expect(steps()).toMatchObject([
      { applied_at: null },
      ...migrations.slice(1).map(() => ({ applied_at: expect.any(String) })),
    ]);
    expect(await store.importDataset(sampleDataset("one"), by)).toMatchObject({ changed: true, revision: 2 });
  });

  it("does not touch a file of a later version", async () => {
    await (await openStore(`sqlite:${file}`, {})).close();
    edit("PRAGMA user_version = 99");
    await expect(openFile()).rejects.toMatchObject({
      code: "STORE_VERSION",
      message: expect.stringContaining("Update the program"),
    });
  });

  describe("that was edited", () => {
    const damaged = { code: "STORE_DAMAGED", message: expect.stringContaining("Restore it from a backup") };

    beforeEach(async () => {
      const store = await openStore(`sqlite:${file}`, {});
      await store.importDataset(sampleDataset("one"), by);
      await store.saveDocument("one", "scenario", "s", {});
      await store.close();
    });

    it.each([
      ["the JSON of a row is broken", "UPDATE asset SET body = '{' WHERE n = 1"],
      ["the description is broken", "UPDATE dataset SET description = 'x'"],
      ["rows are gone", "DELETE FROM dependency WHERE n = 0"],
      ["a table is gone", "DROP TABLE connection"],
      ["a column is gone", "ALTER TABLE revision DROP COLUMN change; ALTER TABLE revision DROP COLUMN body"],
    ])("says so where %s", async (_, sql) => {
      edit(sql);
      const store = await openFile();
      await expect(store.readDataset("one")).rejects.toMatchObject(damaged);
    });

    it("says so wherever a text is read", async () => {
      edit("UPDATE document SET body = ''; UPDATE revision SET body = '['; UPDATE dataset SET counts = 'x'");
      const store = await openFile();
      for (const reading of [
        () => store.datasets(),
        () => store.dataset("one"),
        () => store.documents("one", "scenario"),
        () => store.document("one", "scenario", "s"),
        () => store.revisions("one"),
        () => store.archiveDataset("one"),
      ])
        await expect(reading()).rejects.toMatchObject(damaged);
      expect(await store.asset("one", "G1")).toMatchObject({ id: "G1" });
    });

    it.each([
      ["an earlier version than its tables", "PRAGMA user_version = 1"],
      ["no version", "PRAGMA user_version = 0"],
      ["no steps", "DELETE FROM migration"],
      ["no table of steps", "DROP TABLE migration"],
    ])("says so where it has %s", async (_, sql) => {
      edit(sql);
      await expect(openFile()).rejects.toMatchObject(damaged);
    });

    it("says so where an index is gone that a query names", async () => {
      edit("DROP INDEX dependency_by_provider");
      await expect((await openFile()).neighbours("one", "G1")).rejects.toMatchObject(damaged);
    });

    it("says so where the file was cut off", async () => {
      await truncate(file, 8_192);
      await expect(openFile()).rejects.toMatchObject(damaged);
    });
  });

  it("finds a page that is not what it was when it is read", async () => {
    const store = await openStore(`sqlite:${file}`, {});
    await store.importDataset(sampleDataset("one"), by);
    await store.close();
    const pages = await open(file, "r+");
    const { size } = await pages.stat();
    for (let at = 4_096; at < size; at += 4_096) await pages.write(Buffer.alloc(64, 0xee), 0, 64, at);
    await pages.close();
    const reading = openFile().then((opened) => opened.assets("one", page));
    await expect(reading).rejects.toMatchObject({ code: "STORE_DAMAGED" });
  });

  describe("that was not closed", () => {
    /** A file and its log as they lie there after a process was killed. */
    const leave = async (change = ""): Promise<void> => {
      const living = join(folder, "living.db");
      const store = await openStore(`sqlite:${living}`, {});
      await store.importDataset(sampleDataset("one"), by);
      const other = new DatabaseSync(living);
      other.exec(`PRAGMA foreign_keys = OFF; ${change}`);
      for (const end of ["", "-wal"]) await copyFile(`${living}${end}`, `${file}${end}`);
      other.close();
      await store.close();
    };
    const logSize = async (): Promise<number> => (await stat(`${file}-wal`)).size;

    it("finds what was acknowledged, and need not be checked again", async () => {
      await leave();
      expect(await logSize()).toBeGreaterThan(0);
      expect(await (await openFile()).readDataset("one")).toEqual(sampleDataset("one"));
      expect(await logSize()).toBe(0);
    });

    it("is refused where a row lost what it refers to, which is not looked for after it was closed", async () => {
      const loss = "DELETE FROM asset WHERE n = 0";
      await leave(loss);
      await expect(openFile()).rejects.toMatchObject({
        code: "STORE_DAMAGED",
        message: expect.stringMatching(/refers to a missing row of asset.*Restore it from a backup/u),
      });
      file = join(folder, "living.db");
      expect(await (await openFile()).datasets()).toHaveLength(1);
    });

    it("is refused where a page is not what it was", async () => {
      await leave("PRAGMA wal_checkpoint(PASSIVE)");
      const pages = await open(file, "r+");
      await pages.write(Buffer.alloc(64, 0xee), 0, 64, 4_096);
      await pages.close();
      // The log holds the right page as well: only what is no longer in it counts.
      await truncate(`${file}-wal`, 32);
      await expect(openFile()).rejects.toMatchObject({ code: "STORE_DAMAGED" });
    });

    it("keeps nothing of a log that was cut off in the middle of a change", async () => {
      await leave();
      await truncate(`${file}-wal`, (await logSize()) - 100);
      const store = await openFile();
      expect(await store.datasets()).toEqual([]);
      expect(await store.importDataset(sampleDataset("one"), by)).toMatchObject({ changed: true });
    });
  });
});
