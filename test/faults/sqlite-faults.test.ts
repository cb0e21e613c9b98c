import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../api/store/open-store.ts";
import { chooseSqlite } from "../../api/store/sqlite/choose-sqlite.ts";
import type { Store } from "../../api/store/store.ts";
import { mountSmall } from "../support/mount-small.ts";
import { fill, prepare } from "./store/operations.ts";
import { expectClear, expectClearErrors, expectReturn, rightAnswers } from "./store/under-fault.ts";

// Two copies of SQLite in one process would not see each other's locks.
const { DatabaseSync } = chooseSqlite();

describe("every operation of an SQLite store is clear about", () => {
  let folder: string;
  let file: string;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-faults-"));
    file = join(folder, "a.db");
    store = await openStore(`sqlite:${file}`, {});
    await fill(store);
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it("a file that another program writes to", async () => {
    const other = new DatabaseSync(file);
    await expectClear(store, {
      begin: async () => other.exec("BEGIN IMMEDIATE"),
      end: async () => other.exec("ROLLBACK"),
      codes: ["STORE_BUSY"],
      goesWell: "reads",
    });
    other.close();
  }, 60_000);

  it("a file that was taken away, and comes back", async () => {
    await expectClear(store, {
      begin: () => rename(file, `${file}.gone`),
      end: () => rename(`${file}.gone`, file),
      codes: ["STORE_UNREACHABLE"],
    });
  }, 60_000);

  it("a file that was deleted, and is restored from a copy", async () => {
    await expectClear(store, {
      begin: async () => {
        const copy = await openStore(`sqlite:${file}`, {});
        await copy.close();
        await copyFile(file, `${file}.copy`);
        await copyFile(`${file}-wal`, `${file}.copy-wal`);
        for (const end of ["", "-wal", "-shm"]) await rm(`${file}${end}`);
      },
      end: async () => {
        await rename(`${file}.copy-wal`, `${file}-wal`);
        await rename(`${file}.copy`, file);
      },
      codes: ["STORE_UNREACHABLE"],
    });
  }, 60_000);

  it("a file that something else was put in place of", async () => {
    await expectClear(store, {
      begin: async () => {
        await rename(file, `${file}.kept`);
        await writeFile(file, "this is no database. ".repeat(500));
      },
      end: () => rename(`${file}.kept`, file),
      codes: ["STORE_NOT_A_DATABASE"],
    });
  }, 60_000);

  it("a file that was cut off", async () => {
    await (await openStore(`sqlite:${file}`, {})).close();
    new DatabaseSync(file).exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const whole = await readFile(file);
    await expectClear(store, {
      begin: () => truncate(file, 8_192),
      end: () => writeFile(file, whole, { flag: "r+" }),
      codes: ["STORE_DAMAGED"],
      goesWell: "any",
    });
  }, 60_000);
});

describe("every operation of an SQLite store on a small disk is clear about", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-faults-"));
  });

  afterEach(() => {
    spawnSync("umount", ["--lazy", folder]);
  });

  it("a disk that is full", async ({ skip }) => {
    if (!mountSmall(folder, "size=4m")) return skip();
    const store = await openStore(`sqlite:${join(folder, "a.db")}`, {});
    await fill(store);
    const filler = join(folder, "filler");
    await expectClear(store, {
      begin: () => fillDisk(filler),
      end: () => rm(filler),
      codes: ["STORE_FULL"],
      goesWell: "reads",
    });
    await store.close();
  }, 60_000);

  it("a medium that can only be read, and later be written", async ({ skip }) => {
    const original = join(await mkdtemp(join(tmpdir(), "knockon-faults-")), "a.db");
    const writing = await openStore(`sqlite:${original}`, {});
    await fill(writing);
    const right = await rightAnswers(writing);
    await prepare(writing);
    await writing.close();
    if (!mountSmall(folder, "size=4m")) return skip();
    const file = join(folder, "a.db");
    await copyFile(original, file);
    expect(spawnSync("mount", ["-o", "remount,ro", folder]).status).toBe(0);
    const store = await openStore(`sqlite:${file}`, {});
    await expectClearErrors(store, right, { codes: ["STORE_READ_ONLY"], goesWell: "reads" });
    expect(spawnSync("mount", ["-o", "remount,rw", folder]).status).toBe(0);
    await expectReturn(store, right);
    await store.close();
    await rm(dirname(original), { recursive: true });
  }, 60_000);
});

/** Writes until there is no room left. */
async function fillDisk(path: string): Promise<void> {
  await expect(writeFile(path, Buffer.alloc(64 * 1024 * 1024))).rejects.toMatchObject({ code: "ENOSPC" });
}
