import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { missingTools } from "../../api/neo4j-server/missing-tools.ts";
import {
  type RunningServer,
  type ServerOptions,
  startServer,
  stopServer,
  wipeServer,
} from "../../api/neo4j-server/start-server.ts";
import { withLock } from "../../api/neo4j-server/with-lock.ts";

/** Where servers for tests lie. */
export const neo4jRoot = resolve(
  process.env["KNOCKON_NEO4J_FOLDER"] ?? fileURLToPath(new URL("../../.cache/neo4j", import.meta.url)),
);
const serverName = "test";
const ownServerName = "test-own";
const users = join(neo4jRoot, "test-users");
/** The first start of all fetches the server; another test file may have to wait for it. */
const lockMs = 600_000;

/**
 * Why tests on a real Neo4j cannot run on this machine, printed as well; null where they can. With
 * `KNOCKON_REQUIRE_ALL=1` a missing tool is a failure.
 */
export async function neo4jSkipReason(): Promise<string | null> {
  const missing = await missingTools();
  if (missing === null) return null;
  if (process.env["KNOCKON_REQUIRE_ALL"] === "1") throw new Error(`Neo4j is required here: ${missing}`);
  console.warn(`SKIPPED, no Neo4j: ${missing}`);
  return missing;
}

/**
 * Gives the tests around it the one Neo4j server that all test files share, empty at first: whoever needs it first
 * starts it, the last one stops it. Tests tell their data apart by ids of their own.
 */
export function useNeo4jServer(): () => RunningServer {
  const user = `${process.pid}-${randomUUID()}`;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await enter(user);
  });
  afterAll(() => leave(user));
  return () => {
    if (server === undefined) throw new Error("the Neo4j server runs only while tests run");
    return server;
  };
}

/** A server for one test alone, which may kill and start it again; its data go with the test. */
export async function withOwnNeo4jServer(
  test: (start: () => Promise<RunningServer>) => Promise<void>,
  options: ServerOptions = {},
): Promise<void> {
  const clear = async (): Promise<void> => {
    await stopServer(neo4jRoot, ownServerName);
    await wipeServer(neo4jRoot, ownServerName);
  };
  await withLock(join(neo4jRoot, "own-server.lock"), lockMs, async () => {
    await clear();
    try {
      await test(() => startServer(neo4jRoot, ownServerName, { shortLived: true, ...options }));
    } finally {
      await clear();
    }
  });
}

/** Takes the test's own server away without warning. */
export function killNeo4jServer(): Promise<void> {
  return stopServer(neo4jRoot, ownServerName, "kill");
}

/** The store URL and secrets of a running server. */
export function neo4jStoreArguments({
  url,
  user,
  password,
}: RunningServer): [string, { user: string; password: string }] {
  return [url, { user, password }];
}

function enter(user: string): Promise<RunningServer> {
  return withLock(join(neo4jRoot, "test-users.lock"), lockMs, async () => {
    if ((await liveUsers()).length === 0) {
      await stopServer(neo4jRoot, serverName);
      await wipeServer(neo4jRoot, serverName);
    }
    await mkdir(users, { recursive: true });
    await writeFile(join(users, user), "");
    return startServer(neo4jRoot, serverName, { shortLived: true });
  });
}

function leave(user: string): Promise<void> {
  return withLock(join(neo4jRoot, "test-users.lock"), lockMs, async () => {
    await rm(join(users, user), { force: true });
    if ((await liveUsers()).length === 0) await stopServer(neo4jRoot, serverName);
  });
}

/** Test files in use of the server; those of processes that died are forgotten. */
async function liveUsers(): Promise<string[]> {
  const all = existsSync(users) ? await readdir(users) : [];
  const dead = all.filter((name) => !isAlive(Number.parseInt(name, 10)));
  await Promise.all(dead.map((name) => rm(join(users, name), { force: true })));
  return all.filter((name) => !dead.includes(name));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
