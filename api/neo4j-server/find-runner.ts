import { missingDocker, missingJava } from "./runner-tools.ts";

/** What runs a server on this machine; or, as a sentence that says what to do, why nothing can. */
export type FoundRunner =
  | { readonly runner: "java" | "docker"; readonly missing: null }
  | { readonly runner: null; readonly missing: string };

/** Java with Maven where both are there, else Docker. */
export async function findRunner(): Promise<FoundRunner> {
  const java = await missingJava();
  if (java === null) return { runner: "java", missing: null };
  const docker = await missingDocker();
  if (docker === null) return { runner: "docker", missing: null };
  return { runner: null, missing: `${java}; or else ${docker}` };
}
