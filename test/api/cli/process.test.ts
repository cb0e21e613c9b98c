import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../../api/project-folder.ts";
import { type Answer, call, library, scratchFolder } from "./call.ts";
import { longCommand } from "./long-command.ts";

const scratch = scratchFolder();

/** The program in a process of its own, as `npm run knockon --` starts it. */
function start(...words: string[]): ChildProcess {
  const main = join(projectFolder(), "api", "cli", "main.ts");
  const environment = { ...process.env, KNOCKON_STORE: `sqlite:${scratch("store.db")}` };
  return spawn(process.execPath, ["--import", "tsx", main, ...words], { cwd: projectFolder(), env: environment });
}

async function end(child: ChildProcess): Promise<Answer> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (stderr += data.toString()));
  const [code] = (await once(child, "close")) as [number];
  return { code, stdout, stderr };
}

describe("the program itself", () => {
  it("prints one JSON document on stdout and nothing else, the same as in this process", async () => {
    const words = ["run", library("golden"), "--lose", "P1", "--hours", "96", "--horizon", "240", "--json"];
    const { code, stdout, stderr } = await end(start(...words));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe((await call(words)).stdout);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "run", totals: { outageHours: 631 } });
  }, 60_000);

  it("ends with the exit code of a bad input", async () => {
    expect(await end(start("run", "no/such/folder", "--lose", "P1"))).toMatchObject({ code: 1, stdout: "" });
  }, 60_000);

  it("is cancelled by Ctrl-C with 130 in the middle of an analysis", async () => {
    const words = await longCommand(scratch, 1500);
    const child = start(...words);
    // The first progress line says that it is under way.
    child.stderr?.on("data", (data: Buffer) => data.includes("%") && child.kill("SIGINT"));
    const { code, stdout, stderr } = await end(child);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toMatch(/^note: takes .*\n(cascade under chance: \d+ %\n)+cancelled\n$/);
  }, 90_000);

  it("ends quietly when nobody reads on", async () => {
    const child = start("check", library("golden"), "--json");
    child.stdout?.destroy();
    expect(await end(child)).toMatchObject({ code: 0, stderr: "" });
  }, 60_000);
});
