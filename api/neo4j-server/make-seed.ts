import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./bolt-port.ts";
import { classPath } from "./fetch-jars.ts";
import { defaultMemory, prepareHome } from "./prepare-home.ts";
import { readOrMakePassword } from "./password-file.ts";
import { runProgram } from "./run-program.ts";
import type { ServerFolder } from "./server-folder.ts";
import { endServer, javaOptions, launchServer } from "./server-process.ts";

/**
 * Makes, once, the home every server starts from: the password is set, the server was started and stopped
 * cleanly, which also writes the class archive. About 20 seconds.
 */
export async function makeSeed(folder: ServerFolder): Promise<void> {
  if (existsSync(folder.seed)) return;
  const home = `${folder.seed}.incoming`;
  await rm(home, { recursive: true, force: true });
  await rm(folder.classArchive, { force: true });
  const port = await freePort();
  await prepareHome(home, { port, memory: defaultMemory, listen: "127.0.0.1", certificates: null });
  await setPassword(folder, home, await readOrMakePassword(folder.passwordFile));
  const files = { home, console: join(folder.root, "seed.log") };
  const launch = { files, port, heapMb: defaultMemory.heapMb, shortLived: true, writeClassArchive: true };
  await endServer(await launchServer(folder, launch), "SIGTERM");
  await rename(home, folder.seed);
}

/** The command goes through a file that only the owner reads: a command line is seen by everybody on the machine. */
async function setPassword(folder: ServerFolder, home: string, password: string): Promise<void> {
  const main = ["-cp", await classPath(folder), "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password];
  const argumentFile = join(home, "set-password.args");
  await mkdir(home, { recursive: true });
  await writeFile(argumentFile, [...javaOptions, ...main].map(quoted).join("\n"), { mode: 0o600 });
  try {
    const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
    const { code, output } = await runProgram("java", [`@${argumentFile}`], env);
    if (code !== 0) throw new Error(`Neo4j could not be given a password:\n${output}`);
  } finally {
    await rm(argumentFile, { force: true });
  }
}

const quoted = (argument: string): string => `"${argument.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
