import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../api/project-folder.ts";
import { europeOpen } from "../../datasets/recipes/europe-open/europe-open.ts";
import { recipeFiles } from "../../datasets/recipes/recipe-files.ts";

/** Folder of raw open data beside the project. */
const rawFolder = join(projectFolder(), "..", "shared", "data");

/** Why europe-open cannot be built here, or null. */
export function europeOpenMissing(): string | null {
  const raw = join(rawFolder, "merged-eu-open", "nodes.csv");
  return existsSync(raw) ? null : `the raw data of europe-open are not at ${rawFolder}`;
}

/** Builds europe-open from the raw data into a folder that is made for it. */
export async function buildEuropeOpen(folder: string): Promise<void> {
  const output = await europeOpen.build({ from: rawFolder, progress: (text) => process.stderr.write(`${text}\n`) });
  for (const [path, text] of recipeFiles(output)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
