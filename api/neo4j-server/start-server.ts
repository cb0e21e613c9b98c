import { existsSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./bolt-port.ts";
import { fetchJars } from "./fetch-jars.ts";
import { makeSeed } from "./make-seed.ts";
import { missingTools } from "./missing-tools.ts";
import { defaultMemory, prepareHome, type ServerMemory } from "./prepare-home.ts";
import { serverFiles, serverFolder, type ServerFolder } from "./server-folder.ts";
import { endServer, isServerOf, launchServer } from "./server-process.ts";
import { withLock } from "./with-lock.ts";

/** The first start on a machine fetches jars and makes the seed; another process may have to wait for that. */
const lockMs = 600_000;

/** A server that answers, and how to reach it. */
export interface RunningServer {
  /** For `--store` and `KNOCKON_STORE`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly passwordFile: string;
  readonly home: string;
  readonly pid: number;
}

export interface ServerOptions {
  /** Any free port unless said. */
  readonly port?: number;
  readonly memory?: ServerMemory;
  /** For tests: starts sooner, runs slower in the long run. */
  readonly shortLived?: boolean;
}

/** What is written beside a running server, so that another process finds it. */
interface ServerState {
  readonly pid: number;
  readonly port: number;
}

/**
 * Starts the server of this name, with the data it had before, or finds it running. Everything it needs is fetched
 * and made on the first call (about a minute), later starts take about 5 seconds. It outlives this process until
 * `stopServer`.
 */
export async function startServer(root: string, name: string, options: ServerOptions = {}): Promise<RunningServer> {
  const missing = await missingTools();
  if (missing !== null) throw new Error(`Neo4j cannot be started: ${missing}`);
  const folder = serverFolder(root);
  return withLock(lockFile(folder), lockMs, async () => {
    const files = serverFiles(folder, name);
    const running = await runningState(folder, name);
    if (running !== null) return describe(folder, name, running);
    await fetchJars(folder);
    await makeSeed(folder);
    if (!existsSync(files.home)) await cp(folder.seed, files.home, { recursive: true });
    const port = options.port ?? (await freePort());
    const memory = options.memory ?? defaultMemory;
    await prepareHome(files.home, port, memory);
    const shortLived = options.shortLived ?? false;
    const pid = await launchServer(folder, { files, port, heapMb: memory.heapMb, shortLived });
    await writeFile(files.state, JSON.stringify({ pid, port } satisfies ServerState));
    return describe(folder, name, { pid, port });
  });
}

/** Stops the server of this name if it runs. `kill` takes it away without warning, for tests of faults. */
export async function stopServer(root: string, name: string, how: "stop" | "kill" = "stop"): Promise<void> {
  const folder = serverFolder(root);
  await withLock(lockFile(folder), lockMs, async () => {
    const running = await runningState(folder, name);
    if (running !== null) await endServer(running.pid, how === "kill" ? "SIGKILL" : "SIGTERM");
    await rm(serverFiles(folder, name).state, { force: true });
  });
}

/** Takes all data of a stopped server away. */
export async function wipeServer(root: string, name: string): Promise<void> {
  const folder = serverFolder(root);
  await withLock(lockFile(folder), lockMs, async () => {
    if ((await runningState(folder, name)) !== null) throw new Error(`the Neo4j server ${name} runs: stop it first`);
    await rm(serverFiles(folder, name).home, { recursive: true, force: true });
  });
}

const lockFile = (folder: ServerFolder): string => join(folder.root, "lock");

async function runningState(folder: ServerFolder, name: string): Promise<ServerState | null> {
  const files = serverFiles(folder, name);
  if (!existsSync(files.state)) return null;
  const state: ServerState = JSON.parse(await readFile(files.state, "utf8"));
  return (await isServerOf(files.home, state.pid)) ? state : null;
}

async function describe(folder: ServerFolder, name: string, { pid, port }: ServerState): Promise<RunningServer> {
  return {
    url: `neo4j://127.0.0.1:${port}/neo4j`,
    user: "neo4j",
    password: await readFile(folder.passwordFile, "utf8"),
    passwordFile: folder.passwordFile,
    home: serverFiles(folder, name).home,
    pid,
  };
}
