import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printedAddress } from "../support/printed-address.ts";

/** The real service in a process of its own, with a new and empty SQLite store. */
export interface OpenService {
  readonly address: string;
  close(): Promise<void>;
}

export const projectFolder = join(import.meta.dirname, "..", "..");

/** Runs a program of the project to its end. Throws with what it said where it fails. */
async function runProgram(program: string, ...words: string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...words], { cwd: projectFolder });
  let out = "";
  let said = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${code}: ${said}`);
  return out;
}

/** The screen as it is served: built from the present sources. */
export const buildScreen = (): Promise<string> => runProgram("node_modules/vite/bin/vite.js", "build", "ui");

/** The command line, as `npm run knockon --` runs it. */
export const runCommand = (...words: string[]): Promise<string> =>
  runProgram("node_modules/tsx/dist/cli.mjs", "api/cli/main.ts", ...words);

export async function openService(): Promise<OpenService> {
  const folder = await mkdtemp(join(tmpdir(), "knockon-journey-"));
  const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "api/cli/main.ts", "serve", "--port", "0"], {
    cwd: projectFolder,
    env: { ...process.env, KNOCKON_STORE: `sqlite:${join(folder, "store.db")}` },
  });
  const close = async () => {
    if (child.exitCode === null) {
      const ended = once(child, "close");
      child.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { address: await printedAddress(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}
