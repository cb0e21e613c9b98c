import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds package.json, found upwards from this file: the same from source (`api/`) and from the built
 * output (`dist/api/`). Throws where the program was torn out of its folder.
 */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json was not found above the program: install Knockon again");
    folder = parent;
  }
  return folder;
}
