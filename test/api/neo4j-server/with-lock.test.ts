import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../../api/neo4j-server/with-lock.ts";

describe("withLock", () => {
  let folder: string;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knockon-"));
  });
  afterEach(async () => {
    child?.kill("SIGKILL");
    await rm(folder, { recursive: true });
  });

  it("lets one work at a time, also after a failure", async () => {
    const file = join(folder, "new", "lock");
    let inside = 0;
    const work = async (fails: boolean): Promise<void> => {
      inside += 1;
      expect(inside).toBe(1);
      await sleep(20);
      inside -= 1;
      if (fails) throw new Error("no");
    };
    const outcomes = await Promise.allSettled(
      [true, false, false].map((fails) => withLock(file, 5_000, () => work(fails))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  });

  it("gives up waiting after a while", async () => {
    const file = join(folder, "lock");
    await withLock(file, 0, async () => {
      await expect(withLock(file, 150, async () => "in")).rejects.toThrow(/holds .*lock for too long/);
    });
    expect(await withLock(file, 0, async () => "in")).toBe("in");
  });

  it("is free again when its holder was killed", async () => {
    const file = join(folder, "lock");
    const hold = `import { DatabaseSync } from "@photostructure/sqlite";
      const lock = new DatabaseSync(${JSON.stringify(file)});
      lock.exec("BEGIN EXCLUSIVE");
      console.log("held");
      setInterval(() => lock.isTransaction, 1_000);`;
    child = spawn(process.execPath, ["--input-type=module", "-e", hold], { stdio: ["ignore", "pipe", "inherit"] });
    if (child.stdout === null) throw new Error("no output");
    await once(child.stdout, "data");
    await expect(withLock(file, 150, async () => "in")).rejects.toThrow(/too long/);
    child.kill("SIGKILL");
    expect(await withLock(file, 5_000, async () => "in")).toBe("in");
  });
});
