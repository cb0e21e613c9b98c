import { existsSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./bolt-port.ts";
import { fetchJars } from "./fetch-jars.ts";
import { findRunner } from "./find-runner.ts";
import { makeSeed } from "./make-seed.ts";
import { defaultMemory, prepareHome, type ServerMemory } from "./prepare-home.ts";
import { containerRuns, endContainer } from "./run-container.ts";
import { serverFiles, serverFolder, type ServerFolder } from "./server-folder.ts";
import { endServer, isServerOf, launchServer } from "./server-process.ts";
import { startContainer } from "./start-container.ts";
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
}

export interface ServerOptions {
  /** Any free port unless said. */
  readonly port?: number;
  readonly memory?: ServerMemory;
  /** For tests: starts sooner, runs slower in the long run. */
  readonly shortLived?: boolean;
  /** Holds `private.key` and `public.crt` (PEM): Bolt is then encrypted for who asks for it. */
  readonly certificateFolder?: string;
}

/** What is written beside a running server, so that another process finds it. */
type ServerState = Running & { readonly port: number };
type Running =
  | { readonly runner: "java"; readonly pid: number }
  | { readonly runner: "docker"; readonly container: string };

/**
 * Starts the server of this name, with the data it had before, or finds it running. It runs under Java, or in a container
 * where Java or Maven are missing and Docker is there. Everything it needs is fetched and made on the first call (about a
 * minute), later starts take about 5 seconds. It outlives this process until `stopServer`.
 */
export async function startServer(root: string, name: string, options: ServerOptions = {}): Promise<RunningServer> {
  const { runner, missing } = await findRunner();
  if (runner === null) throw new Error(`Neo4j cannot be started: ${missing}`);
  const folder = serverFolder(root);
  return withLock(lockFile(folder), lockMs, async () => {
    const running = await runningState(folder, name);
    if (running !== null) return describe(folder, name, running);
    const start = runner === "java" ? startProcess : startInContainer;
    const state = await start(folder, name, options.port ?? (await freePort()), options);
    await writeFile(serverFiles(folder, name).state, JSON.stringify(state));
    return describe(folder, name, state);
  });
}

type Start = (folder: ServerFolder, name: string, port: number, options: ServerOptions) => Promise<ServerState>;

const startProcess: Start = async (folder, name, port, options) => {
  const files = serverFiles(folder, name);
  await fetchJars(folder);
  await makeSeed(folder);
  if (!existsSync(files.home)) await cp(folder.seed, files.home, { recursive: true });
  const { memory = defaultMemory, shortLived = false, certificateFolder: certificates = null } = options;
  await prepareHome(files.home, { port, memory, listen: "127.0.0.1", certificates });
  const pid = await launchServer(folder, { files, port, heapMb: memory.heapMb, shortLived });
  return { runner: "java", pid, port };
};

const startInContainer: Start = async (folder, name, port, options) => {
  const { memory = defaultMemory, certificateFolder = null } = options;
  const start = { server: name, port, memory, certificateFolder };
  return { runner: "docker", container: await startContainer(folder, serverFiles(folder, name), start), port };
};

/** Whether the server of this name runs. */
export async function serverRuns(root: string, name: string): Promise<boolean> {
  return (await runningState(serverFolder(root), name)) !== null;
}

/** Stops the server of this name if it runs. `kill` takes it away without warning, for tests of faults. */
export async function stopServer(root: string, name: string, how: "stop" | "kill" = "stop"): Promise<void> {
  const folder = serverFolder(root);
  const signal = how === "kill" ? "SIGKILL" : "SIGTERM";
  await withLock(lockFile(folder), lockMs, async () => {
    const running = await runningState(folder, name);
    if (running?.runner === "java") await endServer(running.pid, signal);
    if (running?.runner === "docker") await endContainer(running.container, signal);
    await rm(serverFiles(folder, name).state, { force: true });
  });
}

/** Takes all data of a stopped server away. */
export async function wipeServer(root: string, name: string): Promise<void> {
  const folder = serverFolder(root);
  await withLock(lockFile(folder), lockMs, async () => {
    if ((await runningState(folder, name)) !== null) throw new Error(`the Neo4j server ${name} runs: stop it first`);
    const { home, firstStart } = serverFiles(folder, name);
    await Promise.all([home, firstStart].map((path) => rm(path, { recursive: true, force: true })));
  });
}

const lockFile = (folder: ServerFolder): string => join(folder.root, "lock");

async function runningState(folder: ServerFolder, name: string): Promise<ServerState | null> {
  const files = serverFiles(folder, name);
  if (!existsSync(files.state)) return null;
  const state: ServerState = JSON.parse(await readFile(files.state, "utf8"));
  const runs =
    state.runner === "docker" ? await containerRuns(state.container) : await isServerOf(files.home, state.pid);
  return runs ? state : null;
}

async function describe(folder: ServerFolder, name: string, { port }: ServerState): Promise<RunningServer> {
  return {
    url: `neo4j://127.0.0.1:${port}/neo4j`,
    user: "neo4j",
    password: await readFile(folder.passwordFile, "utf8"),
    passwordFile: folder.passwordFile,
    home: serverFiles(folder, name).home,
  };
}
