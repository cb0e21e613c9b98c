import { once } from "node:events";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startServer, stopServer } from "./start-server.ts";

const usage = `npm run neo4j -- [--port N]

Starts a Neo4j Community server on this machine for Knockon and keeps it until Ctrl-C.
Needs Java 17 or later and Maven. Its data stay in .cache/neo4j, or in the folder KNOCKON_NEO4J_FOLDER names.
Example: npm run neo4j -- --port 7687`;

const name = "local";
const defaultPort = 7687;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, help: { type: "boolean" } } });
  if (values.help === true) return console.log(usage);
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  const root = resolve(process.env["KNOCKON_NEO4J_FOLDER"] ?? ".cache/neo4j");
  const stopAsked = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  console.error("starting Neo4j; the first time it is fetched, which takes about a minute ...");
  const server = await startServer(root, name, { port });
  console.log(`Neo4j runs at ${server.url}`);
  console.log(`user ${server.user}, password in ${server.passwordFile}, data in ${server.home}`);
  console.log(`use it:  export KNOCKON_STORE=${server.url} KNOCKON_NEO4J_PASSWORD="$(cat '${server.passwordFile}')"`);
  console.log("Ctrl-C stops it");
  await stopAsked;
  console.error("stopping Neo4j ...");
  await stopServer(root, name);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 3;
}
