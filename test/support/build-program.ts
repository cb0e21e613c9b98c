import { basename, join } from "node:path";
import { build } from "vite";
import { projectFolder } from "../../api/project-folder.ts";

/**
 * Compiles a program of the tests into one JavaScript file and returns its path: what is started many times should not be
 * compiled at each start.
 */
export async function buildProgram(entry: string): Promise<string> {
  const outDir = join(projectFolder(), ".cache", "programs");
  await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir, emptyOutDir: false } });
  return join(outDir, basename(entry).replace(/\.ts$/u, ".js"));
}
