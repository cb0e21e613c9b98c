import { findRunner } from "./find-runner.ts";

/** What the machine lacks to run a Neo4j server, as a sentence that says what to do; null where nothing is missing. */
export async function missingTools(): Promise<string | null> {
  return (await findRunner()).missing;
}
