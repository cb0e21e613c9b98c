import { MemoryStore } from "./memory.ts";
import { openNeo4jStore } from "./neo4j.ts";
import { SqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";
import { parseStoreAddress } from "./store-address.ts";

/** For Neo4j; `user` is `neo4j` unless said. */
export interface StoreSecrets {
  readonly user?: string;
  readonly password?: string;
}

/**
 * Opens the store a URL names (see store-address.ts) and makes sure that it answers: tables and constraints are made
 * where they are missing. Fails with a `StoreError`.
 */
export async function openStore(url: string, secrets: StoreSecrets): Promise<Store> {
  const address = parseStoreAddress(url);
  if (address.kind === "memory") return new MemoryStore();
  if (address.kind === "sqlite") return new SqliteStore(address.path);
  return openNeo4jStore(address.server, address.database, secrets);
}
