import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { serverRuns, startServer, stopServer } from "./start-server.ts";

const usage = `npm run neo4j -- [--port N]

Starts a Neo4j Community server on this machine for Knockon and keeps it until Ctrl-C.
Needs Java 17 or later and Maven, or else Docker. Its data stay in .cache/neo4j, or in the folder KNOCKON_NEO4J_FOLDER names.
Example: npm run neo4j -- --port 7687`;

const serverName = "local";
const defaultPort = 7687;
/** How often it is looked whether the server still runs. */
const watchMs = 5_000;

/** Exit codes as of the command line: the usage is wrong, the outside failed. */
const usageWrong = 2;
const outsideFailed = 3;

function readPort(): number | "help" {
  const { values } = parseArgs({ options: { port: { type: "string" }, help: { type: "boolean" } } });
  if (values.help === true) return "help";
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  return port;
}

async function serve(port: number): Promise<void> {
  const root = resolve(process.env["KNOCKON_NEO4J_FOLDER"] ?? ".cache/neo4j");
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  console.error("starting Neo4j; the first time it is fetched, which takes about a minute ...");
  const server = await startServer(root, serverName, { port });
  console.log(`Neo4j runs at ${server.url}`);
  console.log(`user ${server.user}, password in ${server.passwordFile}, data in ${server.home}`);
  console.log(`use it:  export KNOCKON_STORE=${server.url} KNOCKON_NEO4J_PASSWORD="$(cat '${server.passwordFile}')"`);
  console.log("Ctrl-C stops it");
  await untilStopped(root, stop.signal);
  console.error("stopping Neo4j ...");
  await stopServer(root, serverName);
}

async function untilStopped(root: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (!(await serverRuns(root, serverName))) throw new Error("Neo4j has ended by itself");
    // The abort that ends the sleep is the one the loop looks for.
    await sleep(watchMs, undefined, { signal }).catch(() => undefined);
  }
}

const fail =
  (exitCode: number) =>
  (error: unknown): void => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = exitCode;
  };

try {
  const port = readPort();
  if (port === "help") console.log(usage);
  else await serve(port).catch(fail(outsideFailed));
} catch (error) {
  fail(usageWrong)(error);
}
