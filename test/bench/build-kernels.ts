import { writeFile } from "node:fs/promises";
import { compileKernel, kernelSources } from "../support/compile-kernel.ts";

// Writes the generated modules of all kernels; a test keeps them what their sources give.
for (const kernel of await kernelSources()) {
  await writeFile(kernel.generated, await compileKernel(kernel));
  process.stdout.write(`${kernel.generated}\n`);
}
