import { fileURLToPath } from "node:url";
import { buildProgram } from "../../support/build-program.ts";

/** Compiles writer.ts and returns the path of the program. */
export function buildWriter(): Promise<string> {
  return buildProgram(fileURLToPath(new URL("writer.ts", import.meta.url)));
}
