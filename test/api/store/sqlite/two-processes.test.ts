import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectFolder } from "../../../../api/project-folder.ts";
import { openStore } from "../../../../api/store/open-store.ts";
import { largeDataset } from "../../../contract/large-dataset.ts";

const program = fileURLToPath(new URL("./importing-process.ts", import.meta.url));

describe("two processes that import the same dataset into one file", () => {
  let folder: string;
  let file: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
    file = join(folder, "a.db");
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  });

  /** A process that has opened the file and waits; `begin` gives what it then printed. */
  async function prepared(version: string): Promise<{ begin(): Promise<string> }> {
    const words = ["--import", "tsx", program, file, version];
    const child = spawn(process.execPath, words, { cwd: projectFolder(), stdio: ["pipe", "pipe", "inherit"] });
    children.push(child);
    let text = "";
    child.stdout.on("data", (data: Buffer) => (text += data.toString()));
    await once(child.stdout, "data");
    return {
      begin: async () => {
        const closed = once(child, "close");
        child.stdin.end();
        await closed;
        return text.split("\n")[1] ?? "";
      },
    };
  }

  it("do so one after the other, or one is told that the other is at it; never a mix", async () => {
    const both = await Promise.all([prepared("first"), prepared("second")]);
    const answers = await Promise.all(both.map((each) => each.begin()));
    const outcomes: { changed?: boolean; revision?: number; code?: string }[] = answers.map((text) => JSON.parse(text));
    const won = outcomes.filter(({ changed }) => changed === true);
    const lost = outcomes.filter(({ code }) => code !== undefined);
    expect(won.length + lost.length).toBe(2);
    expect(won.length).toBeGreaterThanOrEqual(1);
    for (const { code } of lost) expect(["STORE_BUSY", "STORE_CONFLICT"]).toContain(code);

    const store = await openStore(`sqlite:${file}`, {});
    const revisions = await store.revisions("one");
    expect(revisions.map(({ revision }) => revision)).toEqual(won.map((_, index) => index + 1));
    const { description, ...rows } = await store.readDataset("one");
    expect(description.version).toBe(revisions.at(-1)?.by);
    const { assets, dependencies, connections } = largeDataset("one", {
      assets: 3_000,
      dependencies: 3_000,
      connections: 0,
    });
    expect(rows).toEqual({ assets, dependencies, connections });
    await store.close();
  }, 120_000);
});
