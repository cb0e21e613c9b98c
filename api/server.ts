import { once } from "node:events";

import type { Dataset } from "../analyzer/index.ts";
import { libraryNames, shippedDocuments } from "./dataset-source.ts";
import { engineVersion } from "./engine-version.ts";
import { buildApp } from "./http/app.ts";
import { importLibrary } from "./import-library.ts";
import { openThreads } from "./jobs/threads.ts";
import { openSnapshots } from "./open-snapshots.ts";
import { readSettings, type SettingOptions, type Settings } from "./settings.ts";
import { openStore } from "./store/open-store.ts";
import { readStored } from "./store/read-stored.ts";
import type { Store } from "./store/store.ts";

/** A service that listens. */
export interface Service {
  /** Where to open it, e.g. http://127.0.0.1:4242 */
  readonly address: string;
  /** What the screen opens with: the bundled default, else the first of the store; null where it holds none. */
  opened(): Promise<Dataset | null>;
  /** Cancels what runs, ends open requests, closes the store. */
  close(): Promise<void>;
}

/** The service could not listen. */
export class ServeError extends Error {
  override readonly name = "ServeError";
  readonly code: "SERVE_PORT_IN_USE" | "SERVE_CANNOT_LISTEN";

  constructor(code: ServeError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Who is told what happens: lines, and the dataset that the screen opens with. */
interface Listener {
  say(text: string): void;
  opened(dataset: Dataset): void;
}

/**
 * Runs the service until the process is asked to stop (SIGINT, SIGTERM). Throws `SettingError`, `StoreError`, `ServeError` where it
 * cannot start.
 */
export async function serve(options: SettingOptions, listener: Listener): Promise<void> {
  const stop = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const service = await startService(readSettings(options), (text) => listener.say(text));
  const dataset = await service.opened();
  if (dataset !== null) listener.opened(dataset);
  listener.say(`Knockon is open at ${service.address}`);
  await stop;
  await service.close();
}

/** Opens the store, brings the bundled datasets into it, and listens. What was opened is closed again where it fails. */
export async function startService(settings: Settings, say: (text: string) => void): Promise<Service> {
  const { neo4jUser: user, neo4jPassword: password } = settings;
  const secrets = { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
  const store = await openStore(settings.store, secrets);
  try {
    await importLibrary(store, now, say);
    return await listen(store, settings);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function listen(store: Store, { host, port, threads, jobMemoryMebibytes }: Settings): Promise<Service> {
  const cap = jobMemoryMebibytes === undefined ? {} : { memoryMebibytes: jobMemoryMebibytes };
  const jobs = openThreads({ store, engine: engineVersion, threads, ...cap, now });
  const shipped = { documents: shippedDocuments };
  const snapshots = openSnapshots(process.env);
  const app = await buildApp({ store, jobs, shipped, engine: engineVersion, snapshots, now });
  const closeAll = async (): Promise<void> => {
    await jobs.close();
    await app.close();
  };
  try {
    const address = await bind(app, host, port);
    return {
      address,
      opened: async () => {
        const datasets = await store.datasets();
        const first = datasets.find(({ id }) => id === libraryNames[0]) ?? datasets[0];
        return first === undefined ? null : readStored(store, first, snapshots);
      },
      close: async () => {
        await closeAll();
        await store.close();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function bind(app: Awaited<ReturnType<typeof buildApp>>, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    if (reason === "EADDRINUSE") {
      const text = `Port ${port} of ${host} is in use. Stop the other program, or choose another port with --port.`;
      throw new ServeError("SERVE_PORT_IN_USE", text, { cause: error });
    }
    const text = `Cannot listen on port ${port} of ${host} (${reason}). Choose another port with --port.`;
    throw new ServeError("SERVE_CANNOT_LISTEN", text, { cause: error });
  }
}

function now(): Date {
  return new Date();
}
