import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { boltAnswers } from "./bolt-port.ts";
import { runProgram } from "./run-program.ts";

/** The official image of the version that pom.xml names. */
export const neo4jImage = "neo4j:5.26.30-community";

/** Where a container sees the certificates. */
export const containerCertificates = "/certificates";

const startMs = 180_000;
const stopSeconds = 30;
const pollMs = 250;

export interface ContainerLaunch {
  readonly name: string;
  /** Holds `data` and `conf`, as the home of a server without a container does: either may go on with the other's. */
  readonly home: string;
  /** The same inside and outside: what the server says of itself (routing) then holds outside. */
  readonly port: number;
  /** Variables of the container, one a line: a command line is seen by everybody on the machine. */
  readonly environmentFile: string | null;
  readonly certificateFolder: string | null;
  /** `UID:GID` that owns the data; null: the image's own user, to whom the image gives them. */
  readonly user: string | null;
}

/** One name for each server of each folder, so that it is found again. */
export function containerName(root: string, server: string): string {
  const folder = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return `knockon-neo4j-${server}-${folder}`;
}

/** The user that runs this, as Docker wants it. An administrator's server runs as the image's own user. */
export function containerUser(): string | null {
  const [user, group] = [process.getuid?.(), process.getgid?.()];
  return user === undefined || group === undefined || user === 0 ? null : `${user}:${group}`;
}

/** Arguments of `docker` that start the container. The port is published on this machine's loopback only. */
export function containerArguments(launch: ContainerLaunch): string[] {
  const { name, home, port, environmentFile, certificateFolder, user } = launch;
  const certificates = `--mount=type=bind,source=${certificateFolder},target=${containerCertificates},readonly`;
  return [
    "run",
    "--detach",
    `--name=${name}`,
    `--publish=127.0.0.1:${port}:${port}`,
    `--mount=type=bind,source=${join(home, "data")},target=/data`,
    `--mount=type=bind,source=${join(home, "conf")},target=/conf,readonly`,
    ...(certificateFolder === null ? [] : [certificates]),
    ...(environmentFile === null ? [] : [`--env-file=${environmentFile}`]),
    ...(user === null ? [] : [`--user=${user}`]),
    "--security-opt=no-new-privileges",
    neo4jImage,
  ];
}

/** Starts a container and waits until it speaks Bolt; the image is fetched the first time. Returns its name. */
export async function launchContainer(launch: ContainerLaunch, consoleLog: string): Promise<string> {
  const { name, home, port } = launch;
  await mkdir(join(home, "data"), { recursive: true });
  await removeContainer(name);
  const { code, output } = await runProgram("docker", containerArguments(launch));
  if (code !== 0) throw new Error(`Docker could not start Neo4j:\n${output}`);
  for (const until = Date.now() + startMs; Date.now() < until; await sleep(pollMs)) {
    if (await boltAnswers(port)) return name;
    if (!(await containerRuns(name))) break;
  }
  await mkdir(dirname(consoleLog), { recursive: true });
  await writeFile(consoleLog, (await runProgram("docker", ["logs", name])).output);
  await removeContainer(name);
  throw new Error(`Neo4j did not start; its own words are in ${consoleLog}`);
}

/** Asks the server to stop and waits, or takes it away at once, as `SIGKILL` does. The data stay in the home. */
export async function endContainer(name: string, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (signal === "SIGTERM") await runProgram("docker", ["stop", "--time", String(stopSeconds), name]);
  await removeContainer(name);
}

export async function containerRuns(name: string): Promise<boolean> {
  const { code, output } = await runProgram("docker", ["inspect", "--format", "{{.State.Running}}", name]);
  return code === 0 && output.trim() === "true";
}

/** Kills it where it runs; nothing happens where there is none. */
async function removeContainer(name: string): Promise<void> {
  await runProgram("docker", ["rm", "--force", name]);
}
