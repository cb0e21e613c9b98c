import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { projectFolder } from "../../../api/project-folder.ts";

/**
 * Compiles writer.ts into one JavaScript file and returns its path: a program that is started hundreds of times should
 * not be compiled at each start.
 */
export async function buildWriter(): Promise<string> {
  const outDir = join(projectFolder(), ".cache", "faults");
  const entry = fileURLToPath(new URL("writer.ts", import.meta.url));
  await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir, emptyOutDir: false } });
  return join(outDir, "writer.js");
}
