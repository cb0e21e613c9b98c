import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../api/project-folder.ts";
import { buildRegion } from "../../datasets/recipes/open-region/build-region.ts";
import { readRegion, regionFile } from "../../datasets/recipes/open-region/region.ts";
import { recipeFiles } from "../../datasets/recipes/recipe-files.ts";

/** Folder of raw open data beside the project. */
const rawFolder = join(projectFolder(), "..", "shared", "data");

/** Why europe-open cannot be built here, or null. */
export function europeOpenMissing(): string | null {
  const raw = join(rawFolder, "entsoe-gridkit", "buses.csv");
  return existsSync(raw) ? null : `the raw data of europe-open are not at ${rawFolder}`;
}

/** Builds europe-open from the raw data into a folder that is made for it. */
export async function buildEuropeOpen(folder: string): Promise<void> {
  const progress = (text: string): boolean => process.stderr.write(`${text}\n`);
  const output = await buildRegion(readRegion(regionFile("europe-open")), { from: rawFolder, progress });
  for (const [path, text] of recipeFiles(output)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
