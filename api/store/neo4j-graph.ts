import type { PropertyGraph } from "../../datasets/formats/index.ts";
import { type Annotation, annotate, removeAnnotation } from "./neo4j/annotations.ts";
import { Neo4jClient } from "./neo4j/neo4j-client.ts";
import { propertyGraph } from "./neo4j/property-graph.ts";
import { readVisible } from "./neo4j/snapshots.ts";
import type { StoreSecrets } from "./open-store.ts";
import { parseStoreAddress } from "./store-address.ts";
import { StoreError } from "./store-error.ts";

export { prefixPattern } from "./neo4j/annotations.ts";

const defaultUser = "neo4j";

/** Assets of a dataset that Knockon itself keeps in the graph. */
export interface StoredElements {
  readonly hash: string;
  /** The node of each asset, by the asset's id. */
  readonly elementIds: ReadonlyMap<string, string>;
}

/** A Neo4j database as a graph that may be somebody else's: unlike a store it makes no keys, indexes or nodes of its own. */
export class Neo4jGraph {
  readonly address: string;
  readonly #client: Neo4jClient;

  constructor(client: Neo4jClient) {
    this.#client = client;
    this.address = client.address;
  }

  /** Reads in one transaction that may only read. `work` is run again where the server breaks off and may do better. */
  read<T>(work: (graph: PropertyGraph) => Promise<T>): Promise<T> {
    return this.#client.read((query) => work(propertyGraph(query)));
  }

  /** The nodes of a dataset that was imported into this database. `STORE_NOT_FOUND` where there is none. */
  storedElements(datasetId: string): Promise<StoredElements> {
    const cypher =
      "MATCH (a:Asset {snapshot: $snapshot}) WHERE a.id IS NOT NULL RETURN a.id AS id, elementId(a) AS elementId";
    return readVisible(this.#client, datasetId, async (query, { snapshot, summary: { hash } }) => {
      const elementIds = new Map<string, string>();
      for await (const row of query<{ id: string; elementId: string }>(cypher, { snapshot }))
        elementIds.set(row.get("id"), row.get("elementId"));
      return { hash, elementIds };
    });
  }

  annotate(annotation: Annotation): Promise<readonly string[]> {
    return annotate(this.#client, annotation);
  }

  removeAnnotation(prefix: string): Promise<number> {
    return removeAnnotation(this.#client, prefix);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

/** Gets ready to speak to the database of a URL; nothing is sent yet. Throws `StoreError`. */
export function openNeo4jGraph(url: string, { user = defaultUser, password }: StoreSecrets): Neo4jGraph {
  const address = parseStoreAddress(url);
  if (address.kind !== "neo4j")
    throw new StoreError("STORE_NOT_A_GRAPH", `${address.kind}: is no address of a Neo4j server`);
  const { server, database } = address;
  if (password === undefined) throw new StoreError("STORE_UNAUTHORIZED", `No password for ${user} at ${server}`);
  return new Neo4jGraph(new Neo4jClient(server, database, user, password));
}
