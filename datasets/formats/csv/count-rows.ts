import { countRowsKernel } from "./count-rows.wasm.gen.ts";
import type { CsvMemory } from "./csv-memory.ts";

interface CountFunctions {
  count(at: number, length: number): number;
}

/** Bytes kept behind those that are counted: the kernel looks a little further. */
const behind = 64;

/** How many rows end in a chunk of a text. */
export function countRows(chunk: Uint8Array, memory: CsvMemory): number {
  const at = memory.scratch(chunk.length + behind);
  memory.bytes.set(chunk, at);
  return (memory.kernel(countRowsKernel) as CountFunctions).count(at, chunk.length);
}
