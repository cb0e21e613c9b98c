import { runProgram } from "./run-program.ts";

/** Neo4j 5.26 runs on this Java or a later one. */
const javaVersion = 17;

/** What the machine lacks to run a Neo4j server, as a sentence that says what to do; null where nothing is missing. */
export async function missingTools(): Promise<string | null> {
  const java = await versionOf("java", ["-version"]);
  if (java === null)
    return `java was not found: install Java ${javaVersion} or later (Debian: openjdk-17-jre-headless)`;
  const major = /version "(\d+)/.exec(java)?.[1];
  if (major === undefined || Number(major) < javaVersion)
    return `Java ${major ?? "of unknown version"} is too old for Neo4j: install Java ${javaVersion} or later`;
  if ((await versionOf("mvn", ["-version"])) === null) return "mvn was not found: install Maven (Debian: maven)";
  return null;
}

async function versionOf(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { code, output } = await runProgram(program, args);
    return code === 0 ? output : null;
  } catch {
    return null;
  }
}
