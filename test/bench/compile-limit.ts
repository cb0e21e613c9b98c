import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../../api/project-folder.ts";
import type { Missing } from "./peers.ts";
import { benchCache } from "./seeded-inputs.ts";

const run = promisify(execFile);

/** The path of a compiled twin, or why there is none. */
export type LimitOutcome = { readonly kind: "ready"; readonly program: string } | Missing;

/** Compiles the C twin of the closure forest for this very machine. */
export async function compileLimit(): Promise<LimitOutcome> {
  const program = join(benchCache, "closure-forest");
  const source = join(projectFolder(), "test", "bench", "limit", "closure-forest.c");
  try {
    await mkdir(benchCache, { recursive: true });
    await run("gcc", ["-O3", "-march=native", "-o", program, source]);
  } catch (error) {
    return {
      kind: "missing",
      reason: `gcc did not compile it: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  return { kind: "ready", program };
}
