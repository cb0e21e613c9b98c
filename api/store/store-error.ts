/** Every way a store can fail: what it means and what to do about it. */
export const storeErrors = {
  STORE_BAD_ADDRESS:
    "The store's URL cannot be used. Give sqlite:PATH, neo4j://HOST:PORT/DATABASE, bolt://... or memory:",
  STORE_UNREACHABLE: "The store does not answer. Start it, bring its file back, or correct its address",
  STORE_UNAUTHORIZED: "The store refuses this user and password. Correct KNOCKON_NEO4J_USER and KNOCKON_NEO4J_PASSWORD",
  STORE_CERTIFICATE:
    "The server's certificate cannot be verified. Name a file with it, or with who signed it, in NODE_EXTRA_CA_CERTS; or, where the way to the server is safe, use an address with +ssc, which takes any certificate",
  STORE_NOT_ENCRYPTED:
    "The server broke off the TLS handshake, as one does that has no certificate. Give it one (server.bolt.tls_level), or use an address without +s or +ssc",
  STORE_NOT_A_DATABASE: "What is at this address is not a database of this program. Name another path or database",
  STORE_DAMAGED:
    "What the store holds is damaged. Restore it from a backup; what is still readable can be exported first",
  STORE_VERSION: "The database was written by a newer version of this program. Update the program",
  STORE_FULL: "The store has no room left. Free space (or memory of the server) and try again; nothing was written",
  STORE_READ_ONLY: "The store can be read but not written. Change its permissions, or name another store",
  STORE_BUSY: "Another program is writing to the store. Try again",
  STORE_NOT_FOUND: "The store does not hold what was asked for",
  STORE_CONFLICT: "Somebody else changed the same dataset at the same time. Look at it again and repeat",
  STORE_BAD_DATASET:
    "The dataset is not whole: it is out of order, a row names an asset it does not have, or a text cannot be kept. Check it first",
  STORE_BAD_TEXT:
    "A name or word cannot be kept: it holds a zero byte or half of a surrogate pair, or is a name of over 500 characters. Change it",
  STORE_BAD_PAGE: "Offset and limit have to be whole numbers of at least 0",
  STORE_NOT_A_GRAPH: "Only a Neo4j database is a graph. Give neo4j://HOST:PORT/DATABASE or bolt://...",
  STORE_PREFIX_TAKEN: "Choose another prefix, or take the earlier annotation away with annotate --remove",
  STORE_FAILED: "The store failed in a way this program does not know. The message is the store's own",
} as const;

export type StoreErrorCode = keyof typeof storeErrors;

/** A failure of a store. `message` names the thing concerned and never holds a password. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, detail: string, options?: ErrorOptions) {
    super(`${detail}. ${storeErrors[code]}.`, options);
    this.code = code;
  }
}

/** For a name that the store does not know. */
export function notFound(
  what: "dataset" | "revision" | "asset" | "scenario" | "overlay" | "run",
  id: string,
): StoreError {
  return new StoreError("STORE_NOT_FOUND", `There is no ${what} ${JSON.stringify(id)}`);
}
