import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { boltAnswers } from "./bolt-port.ts";
import { classPath } from "./fetch-jars.ts";
import { runProgram } from "./run-program.ts";
import type { ServerFiles, ServerFolder } from "./server-folder.ts";

/** Replaying the log after a kill in the middle of large writes was seen to take 46 s (neo4j.md section 1). */
const startMs = 120_000;
const stopMs = 30_000;
const pollMs = 50;

/** What the launcher of Neo4j's own package passes to Java: its memory access needs the opened modules. */
export const javaOptions: readonly string[] = [
  ...["java.nio", "java.io", "java.util.concurrent", "sun.nio.ch"].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
  "-Dio.netty.tryReflectionSetAccessible=true",
  "-Djdk.nio.maxCachedBufferSize=1024",
  "-Dlog4j2.disable.jmx=true",
  "-Dfile.encoding=UTF-8",
  "-XX:-OmitStackTraceInFastThrow",
  "-XX:+UseSerialGC",
];

export interface Launch {
  readonly files: Pick<ServerFiles, "home" | "console">;
  readonly port: number;
  readonly heapMb: number;
  /** Compiles quickly and less well: right for a server that lives for minutes. */
  readonly shortLived: boolean;
  /** Writes the class archive when the server stops. */
  readonly writeClassArchive?: boolean;
}

/** Starts a server apart from this process and waits until it speaks Bolt. Returns its process id. */
export async function launchServer(folder: ServerFolder, launch: Launch): Promise<number> {
  const { home, console: consoleLog } = launch.files;
  const args = [
    `-Xms${launch.heapMb}m`,
    `-Xmx${launch.heapMb}m`,
    ...(launch.shortLived ? ["-XX:TieredStopAtLevel=1"] : []),
    ...classArchiveOptions(folder, launch.writeClassArchive === true),
    ...javaOptions,
    "-cp",
    await classPath(folder),
    "org.neo4j.server.CommunityEntryPoint",
    `--home-dir=${home}`,
    `--config-dir=${join(home, "conf")}`,
    "--console-mode",
  ];
  await mkdir(dirname(consoleLog), { recursive: true });
  const log = openSync(consoleLog, "w");
  const child = spawn("java", args, { detached: true, stdio: ["ignore", log, log], cwd: dirname(consoleLog) });
  closeSync(log);
  child.unref();
  return untilBoltAnswers(child, launch.port, consoleLog);
}

function classArchiveOptions(folder: ServerFolder, write: boolean): string[] {
  if (write) return [`-XX:ArchiveClassesAtExit=${folder.classArchive}`];
  return existsSync(folder.classArchive) ? ["-Xshare:auto", `-XX:SharedArchiveFile=${folder.classArchive}`] : [];
}

async function untilBoltAnswers(child: ChildProcess, port: number, consoleLog: string): Promise<number> {
  let failed: Error | undefined;
  child.once("error", (error) => {
    failed = error;
  });
  for (const until = Date.now() + startMs; Date.now() < until; await sleep(pollMs)) {
    if (failed !== undefined || child.exitCode !== null) break;
    if (child.pid !== undefined && (await boltAnswers(port))) return child.pid;
  }
  if (child.pid !== undefined && isAlive(child.pid)) child.kill("SIGKILL");
  throw new Error(`Neo4j did not start; its own words are in ${consoleLog}`, { cause: failed });
}

/** Asks a server to stop and waits; one that does not stop in time is killed, as `SIGKILL` does at once. */
export async function endServer(pid: number, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (isAlive(pid)) process.kill(pid, signal);
  for (const until = Date.now() + stopMs; isAlive(pid) && Date.now() < until; ) await sleep(pollMs);
  if (isAlive(pid)) process.kill(pid, "SIGKILL");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether this process is the server of that home. Process ids are used again, so the command line is asked too. */
export async function isServerOf(home: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const { code, output } = await runProgram("ps", ["-ww", "-o", "args=", "-p", String(pid)]);
  return code === 0 && output.includes(`--home-dir=${home} `);
}
