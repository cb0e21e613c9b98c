import { auth, driver } from "neo4j-driver";
import type { RunningServer } from "../../api/neo4j-server/start-server.ts";

/** What a user types, as a transaction of its own; the rows as plain lists. */
export async function cypher(
  { url, user, password }: RunningServer,
  text: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<unknown[][]> {
  const { protocol, host } = new URL(url);
  const server = driver(`${protocol}//${host}`, auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const { records } = await server.executeQuery(text, parameters, { database: "neo4j" });
    return records.map((row) => [...row.values()]);
  } finally {
    await server.close();
  }
}
