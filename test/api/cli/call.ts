import { mkdtempSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll } from "vitest";
import type { Io } from "../../../api/cli/io.ts";
import { runCommandLine } from "../../../api/cli/run-command-line.ts";
import { projectFolder } from "../../../api/project-folder.ts";

/** What a command answered. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  /** Unless said, the store is in memory: each call finds it empty. */
  readonly environment?: Io["environment"];
  readonly signal?: AbortSignal;
  readonly isTerminal?: boolean;
  /** What is piped in. */
  readonly stdin?: string;
  /** Told each text that goes to stderr, when it goes. */
  onStderr?(text: string): void;
}

/** Runs one command in this process. */
export async function call(words: readonly string[], options: CallOptions = {}): Promise<Answer> {
  const { environment = {}, signal = new AbortController().signal, isTerminal = false } = options;
  let stdout = "";
  let stderr = "";
  const code = await runCommandLine(words, {
    stdout: { isTerminal, write: (text) => void (stdout += text) },
    stderr: {
      isTerminal,
      write: (text) => {
        stderr += text;
        options.onStderr?.(text);
      },
    },
    stdin: Readable.from([Buffer.from(options.stdin ?? "")]),
    environment: { KNOCKON_STORE: "memory:", XDG_CACHE_HOME: process.env["XDG_CACHE_HOME"], ...environment },
    signal,
    now: () => new Date(),
  });
  return { code, stdout, stderr };
}

/** The JSON document of a command that has to succeed. */
export async function callJson(words: readonly string[], options: CallOptions = {}): Promise<unknown> {
  const { code, stdout, stderr } = await call([...words, "--json"], options);
  if (code !== 0) throw new Error(`knockon ${words.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

/** The path of a bundled dataset. */
export function library(name: string): string {
  return join(projectFolder(), "datasets", "library", name);
}

/** A folder for the tests of one file, gone when they end; gives the paths in it. */
export function scratchFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "knockon-cli-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** Writes files by path into a folder and returns it. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
