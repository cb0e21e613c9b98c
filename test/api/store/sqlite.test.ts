import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../api/store/open-store.ts";
import { chooseSqlite } from "../../../api/store/sqlite/choose-sqlite.ts";
import type { Store } from "../../../api/store/store.ts";
import { largeDataset } from "../../contract/large-dataset.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";
import { mountSmall } from "../../support/mount-small.ts";

// Two copies of SQLite in one process would not see each other's locks.
const { DatabaseSync } = chooseSqlite();

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

describe("the SQLite store", () => {
  let folder: string;
  const stores: Store[] = [];
  const open = async (file: string): Promise<Store> => {
    const store = await openStore(`sqlite:${file}`, {});
    stores.push(store);
    return store;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
  });

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await rm(folder, { recursive: true });
  });

  it("finds everything again after it was closed", async () => {
    const file = join(folder, "a.db");
    const first = await openStore(`sqlite:${file}`, {});
    await first.importDataset(sampleDataset("one"), by);
    await first.close();
    expect(await (await open(file)).readDataset("one")).toEqual(sampleDataset("one"));
  });

  it("shows another handle what is written, and writes durably beside it", async () => {
    const [writer, reader] = [await open(join(folder, "a.db")), await open(join(folder, "a.db"))];
    await writer.importDataset(sampleDataset("one"), by);
    expect(await reader.readDataset("one")).toEqual(sampleDataset("one"));
    await reader.saveDocument("one", "scenario", "s", {});
    expect(await writer.documents("one", "scenario")).toHaveLength(1);
    const { journal_mode } = new DatabaseSync(join(folder, "a.db")).prepare("PRAGMA journal_mode").get();
    expect(journal_mode).toBe("wal");
  });

  it("waits with other writes until an import is over", async () => {
    const store = await open(join(folder, "a.db"));
    const large = largeDataset("one", { assets: 5_000, dependencies: 5_000, connections: 0 });
    const importing = store.importDataset(large, by);
    const saving = store.saveDocument("one", "scenario", "s", { a: 1 });
    await Promise.all([importing, saving]);
    expect(await store.document("one", "scenario", "s")).toEqual({ id: "s", body: { a: 1 } });
  });

  it("stops before the first row is written, while it is judged and hashed", async () => {
    const store = await open(join(folder, "a.db"));
    const large = largeDataset("one", { assets: 5_000, dependencies: 20_000, connections: 0 });
    const controller = new AbortController();
    const seen: number[] = [];
    const importing = store.importDataset(large, {
      ...by,
      signal: controller.signal,
      onProgress: (done) => seen.push(done),
    });
    setImmediate(() => controller.abort(new Error("enough")));
    await expect(importing).rejects.toThrow("enough");
    expect(seen).toEqual([]);
    expect(await store.dataset("one")).toBeNull();
  });

  it.each(["this is no database. ".repeat(200), "a note", "SQLite format 3\0 and then nonsense ".repeat(100)])(
    "leaves a file that is something else as it is (%#)",
    async (content) => {
      const file = join(folder, "notes.txt");
      await writeFile(file, content);
      await expect(open(file)).rejects.toMatchObject({
        code: "STORE_NOT_A_DATABASE",
        message: expect.stringContaining(file),
      });
      expect(await readFile(file, "utf8")).toBe(content);
    },
  );

  it("leaves a database of another program as it is", async () => {
    const file = join(folder, "other.db");
    const other = new DatabaseSync(file);
    other.exec("CREATE TABLE t (a)");
    other.close();
    const before = await readFile(file);
    await expect(open(file)).rejects.toMatchObject({ code: "STORE_NOT_A_DATABASE" });
    expect(await readFile(file)).toEqual(before);
  });

  it("says that a folder, or a path through a file, is no place for a store", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(open(folder)).rejects.toMatchObject({ code: "STORE_BAD_ADDRESS" });
    await expect(open(join(folder, "file", "a.db"))).rejects.toMatchObject({ code: "STORE_BAD_ADDRESS" });
  });

  it("says that another program writes", async () => {
    const store = await open(join(folder, "a.db"));
    const other = new DatabaseSync(join(folder, "a.db"));
    other.exec("BEGIN IMMEDIATE");
    await expect(store.importDataset(sampleDataset("one"), by)).rejects.toMatchObject({ code: "STORE_BUSY" });
    other.exec("ROLLBACK");
    other.close();
    await expect(store.importDataset(sampleDataset("one"), by)).resolves.toMatchObject({ changed: true });
  });

  it("keeps what was there when the disk is full", async ({ skip }) => {
    if (!mountSmall(folder, "size=1m")) return skip();
    try {
      const store = await openStore(`sqlite:${join(folder, "a.db")}`, {});
      const before = sampleDataset("one");
      await store.importDataset(before, by);
      const large = largeDataset("one", { assets: 6_000, dependencies: 6_000, connections: 0 });
      await expect(store.importDataset(large, by)).rejects.toMatchObject({ code: "STORE_FULL" });
      expect(await store.readDataset("one")).toEqual(before);
      expect(await store.revisions("one")).toHaveLength(1);
      await store.close();
      const again = await openStore(`sqlite:${join(folder, "a.db")}`, {});
      expect(await again.readDataset("one")).toEqual(before);
      await again.close();
    } finally {
      spawnSync("umount", ["--lazy", folder]);
    }
  });

  it("reads from a medium that cannot be written, and says so on a write", async ({ skip }) => {
    const original = join(folder, "a.db");
    const writing = await openStore(`sqlite:${original}`, {});
    await writing.importDataset(sampleDataset("one"), by);
    await writing.close();
    const medium = join(folder, "medium");
    const file = join(medium, "a.db");
    await mkdir(medium);
    if (!mountSmall(medium, "size=4m")) return skip();
    try {
      await copyFile(original, file);
      spawnSync("mount", ["-o", "remount,ro", medium]);
      const store = await openStore(`sqlite:${file}`, {});
      expect(await store.readDataset("one")).toEqual(sampleDataset("one"));
      expect(await store.importDataset(sampleDataset("one"), by)).toMatchObject({ changed: false });
      for (const write of [
        () => store.importDataset(sampleDataset("two"), by),
        () => store.saveDocument("one", "scenario", "s", {}),
        () => store.removeDataset("one"),
      ])
        await expect(write()).rejects.toMatchObject({ code: "STORE_READ_ONLY" });
      await store.close();
    } finally {
      spawnSync("umount", ["--lazy", medium]);
    }
  });
});
