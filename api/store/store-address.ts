import { StoreError } from "./store-error.ts";

/** A store's URL, read: which adapter, and where. */
export type StoreAddress =
  | { readonly kind: "memory" }
  | { readonly kind: "sqlite"; readonly path: string }
  | { readonly kind: "neo4j"; readonly server: string; readonly database: string };

/**
 * `neo4j` routes in a cluster, `bolt` speaks to one server; `+s` encrypts and verifies, `+ssc` takes a self-signed
 * certificate.
 */
const neo4jSchemes = ["neo4j:", "neo4j+s:", "neo4j+ssc:", "bolt:", "bolt+s:", "bolt+ssc:"];

/** The name of the user database of Neo4j Community, for a URL that names none. */
const defaultDatabase = "neo4j";

/**
 * Reads `sqlite:PATH`, `neo4j://HOST:PORT/DATABASE`, `bolt://HOST:PORT/DATABASE` or `memory:`. Anything else, and any
 * user or password in it, is refused as `STORE_BAD_ADDRESS`; the message does not repeat a URL that may hold a
 * password.
 */
export function parseStoreAddress(url: string): StoreAddress {
  if (url === "memory:") return { kind: "memory" };
  if (url.startsWith("sqlite:")) {
    const path = url.slice("sqlite:".length);
    if (path === "" || path.includes("\0")) throw new StoreError("STORE_BAD_ADDRESS", "sqlite: names no file");
    return { kind: "sqlite", path };
  }
  if (!neo4jSchemes.some((scheme) => url.startsWith(`${scheme}//`)))
    throw new StoreError("STORE_BAD_ADDRESS", `${/^[a-z+]+:/.exec(url)?.[0] ?? "This"} is no kind of store`);
  if (url.includes("@"))
    throw new StoreError(
      "STORE_BAD_ADDRESS",
      "User and password do not belong in a URL: use KNOCKON_NEO4J_USER and KNOCKON_NEO4J_PASSWORD or a password file",
    );
  return parseServer(url);
}

function parseServer(url: string): StoreAddress {
  if (!URL.canParse(url))
    throw new StoreError(
      "STORE_BAD_ADDRESS",
      `What follows ${url.split("//", 1)[0]}// cannot be read as host, port and database`,
    );
  const { protocol, host, pathname, search, hash } = new URL(url);
  const database = pathname.replace(/^\/|\/$/g, "") || defaultDatabase;
  if (host === "" || search !== "" || hash !== "" || !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(database))
    throw new StoreError("STORE_BAD_ADDRESS", `What follows ${protocol}// does not name a host and a database`);
  return { kind: "neo4j", server: `${protocol}//${host}`, database };
}
