import { Neo4jClient } from "../store/neo4j/neo4j-client.ts";
import { StoreError } from "../store/store-error.ts";

/**
 * Gives the server on this port its lasting password in place of the one it was started with, over Bolt and as a
 * parameter. A server that already has the lasting one is left as it is. Throws `StoreError` where neither opens it.
 */
export async function replacePassword(port: number, first: string, lasting: string): Promise<void> {
  const server = `bolt://127.0.0.1:${port}`;
  const statement = "ALTER CURRENT USER SET PASSWORD FROM $first TO $lasting";
  try {
    await asUser(server, first, (client) => client.once(statement, { first, lasting }));
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "STORE_UNAUTHORIZED")) throw error;
    await asUser(server, lasting, (client) => client.once("SHOW CURRENT USER", {}));
  }
}

async function asUser(server: string, password: string, work: (client: Neo4jClient) => Promise<void>): Promise<void> {
  const client = new Neo4jClient(server, "system", "neo4j", password);
  try {
    await work(client);
  } finally {
    await client.close();
  }
}
