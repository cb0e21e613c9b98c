import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./run-program.ts";
import type { ServerFolder } from "./server-folder.ts";

const pom = fileURLToPath(new URL("pom.xml", import.meta.url));

/**
 * Fetches the server's jars (about 120 MB) with Maven, once per version of pom.xml; needs the network only then. What
 * was made from other jars, seed and class archive, goes away with them.
 */
export async function fetchJars(folder: ServerFolder): Promise<void> {
  const wanted = createHash("sha256")
    .update(await readFile(pom))
    .digest("hex");
  const mark = join(folder.jars, ".complete");
  if (existsSync(mark) && (await readFile(mark, "utf8")) === wanted) return;
  await Promise.all(
    [folder.jars, folder.seed, folder.classArchive].map((path) => rm(path, { recursive: true, force: true })),
  );
  const incoming = `${folder.jars}.incoming`;
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${incoming}`];
  const { code, output } = await runProgram("mvn", ["-q", "-B", "--strict-checksums", "-f", pom, ...goal]);
  if (code !== 0) throw new Error(`Maven could not fetch the jars of Neo4j:\n${output}`);
  await writeFile(join(incoming, ".complete"), wanted);
  await rename(incoming, folder.jars);
}

/**
 * Sorted and by name: a class archive holds only for the same class path in the same order, which `jars/*` does not
 * promise.
 */
export async function classPath(folder: ServerFolder): Promise<string> {
  const jars = (await readdir(folder.jars)).filter((name) => name.endsWith(".jar")).sort();
  return jars.map((name) => join(folder.jars, name)).join(delimiter);
}
