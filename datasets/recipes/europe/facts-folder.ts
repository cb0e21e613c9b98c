import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const inProject = join("datasets", "recipes", "europe", "facts");

/** The folder of the authored facts, found from this file upwards, so that it is the same from sources and from `dist`. */
export function factsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inProject)) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, inProject);
}
