import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { randomPassword, readOrMakePassword } from "./password-file.ts";
import { prepareHome, type ServerMemory } from "./prepare-home.ts";
import { replacePassword } from "./replace-password.ts";
import { containerCertificates, containerName, containerUser, launchContainer } from "./run-container.ts";
import type { ServerFiles, ServerFolder } from "./server-folder.ts";

export interface ContainerStart {
  readonly server: string;
  readonly port: number;
  readonly memory: ServerMemory;
  readonly certificateFolder: string | null;
}

/**
 * Starts a server in a container, with the data it had before. Returns the container's name.
 *
 * The image sets the password of new data with a command of its own, whose arguments anybody on the machine sees for a
 * moment. So the container begins with a password for this one start, from a file that only the owner reads, and the
 * lasting one takes its place before anybody is told the address.
 */
export async function startContainer(folder: ServerFolder, files: ServerFiles, start: ContainerStart): Promise<string> {
  const { server, port, memory, certificateFolder } = start;
  const lasting = await readOrMakePassword(folder.passwordFile);
  const first = await firstPassword(files);
  const certificates = certificateFolder === null ? null : containerCertificates;
  await prepareHome(files.home, { port, memory, listen: "0.0.0.0", certificates });
  const name = await launchContainer(
    {
      name: containerName(folder.root, server),
      home: files.home,
      port,
      environmentFile: first === null ? null : files.firstStart,
      certificateFolder,
      user: containerUser(),
    },
    files.console,
  );
  if (first !== null) {
    await replacePassword(port, first, lasting);
    await rm(files.firstStart);
  }
  return name;
}

const variable = "NEO4J_AUTH=neo4j/";

/** The password of a first start, also of one that was broken off; null where the data have their lasting one. */
export async function firstPassword(files: ServerFiles): Promise<string | null> {
  if (existsSync(files.firstStart)) return (await readFile(files.firstStart, "utf8")).trim().slice(variable.length);
  if (existsSync(join(files.home, "data", "dbms"))) return null;
  const password = randomPassword();
  await mkdir(dirname(files.firstStart), { recursive: true });
  await writeFile(files.firstStart, `${variable}${password}\n`, { mode: 0o600, flag: "wx" });
  return password;
}
