import { runProgram } from "./run-program.ts";

/** Neo4j 5.26 runs on this Java or a later one. */
const javaVersion = 17;

/** What the machine lacks to run Neo4j with Java, as words that say what to do; null where nothing is missing. */
export async function missingJava(): Promise<string | null> {
  const java = await versionOf("java", ["-version"]);
  if (java === null)
    return `java was not found: install Java ${javaVersion} or later (Debian: openjdk-17-jre-headless)`;
  const major = /version "(\d+)/.exec(java)?.[1];
  if (major === undefined || Number(major) < javaVersion)
    return `Java ${major ?? "of unknown version"} is too old for Neo4j: install Java ${javaVersion} or later`;
  if ((await versionOf("mvn", ["-version"])) === null) return "mvn was not found: install Maven (Debian: maven)";
  return null;
}

/** What the machine lacks to run Neo4j in a container; null where nothing is missing. Asks the engine, not only its client. */
export async function missingDocker(): Promise<string | null> {
  if ((await versionOf("docker", ["--version"])) === null) return "docker was not found: install Docker";
  const engine = await versionOf("docker", ["version", "--format", "{{.Server.Version}}"]);
  return engine === null ? "the Docker engine does not answer: start it" : null;
}

async function versionOf(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { code, output } = await runProgram(program, args);
    return code === 0 ? output : null;
  } catch {
    return null;
  }
}
