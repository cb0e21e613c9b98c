import { existsSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { it } from "vitest";

/** The folder of raw open data, which lies beside the repository and is not part of it. */
export const rawFolder = fileURLToPath(new URL("../../../../../shared/data", import.meta.url));

/** Why tests on the raw data cannot run, or null where they can. */
export const withoutRawData = existsSync(join(rawFolder, "entsoe-gridkit", "buses.csv"))
  ? null
  : `the raw data are not at ${rawFolder}`;

/** Writes files by their paths into a new folder and returns where it is. */
export async function writeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "knockon-recipe-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A test on the raw data: where they are not there, it is skipped and says so. */
export function onRawData(title: string, check: () => Promise<void>): void {
  if (withoutRawData !== null) console.warn(`not tested: "${title}": ${withoutRawData}`);
  it.skipIf(withoutRawData !== null)(title, check, 60_000);
}
