import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../../api/project-folder.ts";
import { entrySha256 } from "../../../api/store/backup/entry-lines.ts";
import { readBackup } from "../../../api/store/backup/read-backup.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { openStore } from "../../../api/store/open-store.ts";
import type { DatasetArchive } from "../../../api/store/store.ts";
import { largeDataset } from "../../contract/large-dataset.ts";
import { backupOf } from "../../support/backup-bytes.ts";
import { call, callJson, scratchFolder } from "./call.ts";

const scratch = scratchFolder();
const backups = 12;
const importLoop = fileURLToPath(new URL("./import-loop.ts", import.meta.url));
const commandLine = join(projectFolder(), "api", "cli", "main.ts");

/** A program of the project in a process of its own. */
function start(program: string, ...words: string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...words], {
    cwd: projectFolder(),
    env: { ...process.env, KNOCKON_STORE: "memory:" },
  });
  child.stdout?.setEncoding("utf8");
  return child;
}

/** All there is in a backup of one dataset. */
async function archiveIn(file: string): Promise<DatasetArchive | null> {
  let found: DatasetArchive | null = null;
  for await (const { entry } of readBackup(file)) if (entry.kind === "dataset") found = entry.archive;
  return found;
}

describe("a backup while another process writes", () => {
  it("is each time one acknowledged revision with the history that led to it", async () => {
    const url = `sqlite:${scratch("busy.db")}`;
    const writer = start(importLoop, url, "busy");
    let log = "";
    writer.stdout?.on("data", (text: string) => (log += text));
    await once(writer.stdout!, "data");
    const archives: (DatasetArchive | null)[] = [];
    const beside: number[] = [];
    for (let n = 0; n < backups; n += 1) {
      const before = log.length;
      await callJson(["backup", scratch(`busy-${n}.knockon`), "--store", url]);
      beside.push(log.length - before);
      archives.push(await archiveIn(scratch(`busy-${n}.knockon`)));
    }
    writer.stdin?.end();
    await once(writer, "close");
    const acknowledged = log.trimEnd().split("\n");
    const seen = archives.map((archive) => archive?.revisions.map(({ revision, hash }) => `${revision} ${hash}`));
    for (const history of seen) expect(history).toEqual(acknowledged.slice(0, history?.length));
    expect(seen.every((history) => history !== undefined && history.length > 0)).toBe(true);
    expect(beside.some((characters) => characters > 0)).toBe(true);
    console.info(
      `${backups} backups beside ${acknowledged.length} imports, at revisions ${seen.map((each) => each?.length).join(", ")}`,
    );
  }, 120_000);
});

describe("a restore that is killed", () => {
  const sizes = { assets: 1_500, dependencies: 1_500, connections: 500 };
  const ids = ["one", "three", "two"];

  it("leaves whole datasets only, and the same command again does the rest", async () => {
    const memory = new MemoryStore();
    for (const id of ids) {
      const dataset = largeDataset(id, sizes);
      await memory.importDataset(dataset, { by: "ada", at: "2025-01-01T00:00:00.000Z" });
      const fewer = { ...dataset, connections: [] };
      await memory.importDataset(fewer, { by: "ada", at: "2025-01-02T00:00:00.000Z" });
    }
    const text = await backupOf(memory);
    const file = scratch("killed.knockon");
    await writeFile(file, text);
    const whole = new Map<string, string>();
    for await (const { entry, sha256 } of readBackup(file)) whole.set(entry.id, sha256);
    const left: number[] = [];
    for (const [round, killAt] of [0, 1, 2].entries()) {
      const url = `sqlite:${scratch(`killed-${round}.db`)}`;
      const store = await openStore(url, {});
      const child = start(commandLine, "restore", file, "--store", url);
      const closed = once(child, "close");
      while (child.exitCode === null && (await store.datasets()).length < killAt) await pause(5);
      await pause(killAt === 0 ? 3_000 : 20 * round);
      child.kill("SIGKILL");
      await closed;
      const held = (await store.datasets()).map(({ id }) => id);
      for (const id of held) {
        const archive = await store.archiveDataset(id);
        expect(entrySha256({ kind: "dataset", id, archive })).toBe(whole.get(id));
      }
      left.push(held.length);
      expect((await call(["restore", file, "--store", url])).code).toBe(0);
      expect(await backupOf(store)).toBe(text);
      await store.close();
    }
    console.info(`datasets there after each kill, of ${ids.length}: ${left.join(", ")}`);
    expect(left.some((count) => count < ids.length)).toBe(true);
  }, 240_000);
});
