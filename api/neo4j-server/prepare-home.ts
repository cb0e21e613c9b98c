import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Memory of a server in megabytes. */
export interface ServerMemory {
  readonly heapMb: number;
  readonly pageCacheMb: number;
  /** The most that all transactions together may hold; part of the heap. */
  readonly transactionMb: number;
}

/** Takes 11,000 assets with ease; measured to stage 100,000 assets and 300,000 dependencies (neo4j.md section 3). */
export const defaultMemory: ServerMemory = { heapMb: 512, pageCacheMb: 128, transactionMb: 300 };

/** What the settings of a server say beside its memory. */
export interface HomeSettings {
  readonly port: number;
  readonly memory: ServerMemory;
  /** Where Bolt listens: on the loopback, or on every address of a container. */
  readonly listen: "127.0.0.1" | "0.0.0.0";
  /** The folder of `private.key` and `public.crt` as the server sees it; null: nothing is encrypted. */
  readonly certificates: string | null;
}

/** Writes the settings into a home folder, which is made where it is missing. */
export async function prepareHome(home: string, { port, memory, listen, certificates }: HomeSettings): Promise<void> {
  const values: Readonly<Record<string, string | number | boolean>> = {
    LISTEN: listen,
    BOLT_PORT: port,
    HEAP_MB: memory.heapMb,
    PAGE_CACHE_MB: memory.pageCacheMb,
    TRANSACTION_MB: memory.transactionMb,
    TLS: certificates !== null,
    CERTIFICATES: certificates ?? "certificates",
    TLS_LEVEL: certificates === null ? "DISABLED" : "OPTIONAL",
  };
  const template = await readFile(new URL("neo4j.conf.template", import.meta.url), "utf8");
  const settings = template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
  await mkdir(join(home, "conf"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), settings);
}
