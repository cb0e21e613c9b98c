import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import asc from "assemblyscript/asc";

const roots = ["analyzer/algorithms", "datasets/formats/csv"];

/** A kernel written in AssemblyScript, and the module that its binary is kept in. Paths are from the project's folder. */
export interface KernelSource {
  readonly source: string;
  readonly generated: string;
  /** Name of the export: `closure-forest.as.ts` gives `closureForestKernel`. */
  readonly exported: string;
}

/** Every kernel, by path. */
export async function kernelSources(): Promise<KernelSource[]> {
  return (await Promise.all(roots.map(kernelsIn))).flat();
}

async function kernelsIn(root: string): Promise<KernelSource[]> {
  const files = await readdir(root, { recursive: true });
  return files
    .filter((file) => file.endsWith(".as.ts") && !isShared(file))
    .sort()
    .map((file) => {
      const name = basename(file, ".as.ts");
      return {
        source: join(root, file),
        generated: join(root, file.replace(/\.as\.ts$/, ".wasm.gen.ts")),
        exported: `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Kernel`,
      };
    });
}

/** What kernels import is no kernel. */
function isShared(file: string): boolean {
  return file.startsWith("wasm");
}

/** Compiles a kernel; the text of its generated module. Throws with the compiler's words where it does not compile. */
export async function compileKernel({ source, exported }: KernelSource): Promise<string> {
  let binary: Uint8Array | null = null;
  const options = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--enable", "simd", "--use", "abort="];
  const { error } = await asc.main([source, ...options, "--outFile", "kernel.wasm"], {
    writeFile: (_name, contents) => {
      if (typeof contents !== "string") binary = contents;
    },
  });
  if (error !== null || binary === null) throw new Error(`${source}: ${String(error)}`);
  return `export const ${exported} = "${Buffer.from(binary).toString("base64")}";\n`;
}
