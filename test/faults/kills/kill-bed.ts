import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startServer, stopServer, wipeServer } from "../../../api/neo4j-server/start-server.ts";
import type { StoreSecrets } from "../../../api/store/open-store.ts";

/** A store to be killed, alone on this machine: where it is, and its server where it has one. */
export interface KillBed {
  readonly name: "SQLite" | "Neo4j";
  target(): { readonly url: string; readonly secrets: StoreSecrets };
  killServer(): Promise<void>;
  startServer(): Promise<void>;
  /** Stops what runs and takes the data away. */
  clear(): Promise<void>;
}

/** An SQLite file in a folder of its own. */
export async function sqliteBed(): Promise<KillBed> {
  const folder = await mkdtemp(join(tmpdir(), "knockon-kills-"));
  const none = async (): Promise<void> => undefined;
  return {
    name: "SQLite",
    target: () => ({ url: `sqlite:${join(folder, "kills.db")}`, secrets: {} }),
    killServer: none,
    startServer: none,
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A Neo4j server with a home of its own under `root`, which is started again after each kill with the data it had. */
export async function neo4jBed(root: string): Promise<KillBed> {
  const name = `faults-${process.pid}`;
  const start = () => startServer(root, name, { shortLived: true });
  let server = await start();
  return {
    name: "Neo4j",
    target: () => ({ url: server.url, secrets: { user: server.user, password: server.password } }),
    killServer: () => stopServer(root, name, "kill"),
    startServer: async () => {
      const port = Number(new URL(server.url).port);
      server = await startServer(root, name, { shortLived: true, port });
    },
    clear: async () => {
      await stopServer(root, name, "kill");
      await wipeServer(root, name);
      await rm(dirname(server.home), { recursive: true, force: true });
    },
  };
}
