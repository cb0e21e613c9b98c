import { type KernelMemory, loadKernel } from "../../../analyzer/index.ts";
import { scanCellsKernel } from "./scan-cells.wasm.gen.ts";

/** Below lies what the compiler keeps for itself. */
const firstByte = 4096;
/** Rooms hold a power of two of bytes, so that one that is given back fits others, and start on a cache line. */
const leastBytes = 64;
const [leastStartBytes, mostStartBytes] = [256 * 1024, 256 * 1024 * 1024];
const pageBytes = 65_536;

/**
 * Linear memory of one reading, and the kernels over it: texts, places of cells, dictionaries and columns lie in it side by
 * side. It grows as rooms are taken; their addresses stay, and views of them are made anew (`LinearArray`).
 */
export class CsvMemory {
  /** How many times it has grown, each of which ends all views. */
  growths = 0;
  readonly #memory: KernelMemory;
  /** By their binary. */
  readonly #kernels = new Map<string, object>();
  #bytes: Buffer<ArrayBuffer>;
  /** [bytes] addresses of rooms of that size that no one uses. */
  readonly #givenBack = new Map<number, number[]>();
  #end = firstByte;
  #scratch = 0;
  #scratchBytes = 0;

  /** @param expectedBytes how much it is going to take, as far as that is known: what is not touched takes no memory */
  constructor(expectedBytes = 0) {
    const startBytes = Math.min(Math.max(expectedBytes, leastStartBytes), mostStartBytes);
    // Every reading begins with this one.
    const { memory, functions } = started(scanCellsKernel, startBytes, null);
    this.#kernels.set(scanCellsKernel, functions);
    this.#memory = memory;
    this.#bytes = Buffer.from(memory.buffer);
  }

  /** All of it, as it is now. */
  get bytes(): Buffer<ArrayBuffer> {
    return this.#bytes;
  }

  /** The functions of a kernel over this memory. */
  kernel(base64: string): object {
    let functions = this.#kernels.get(base64);
    if (functions === undefined) {
      functions = started(base64, 0, this.#memory).functions;
      this.#kernels.set(base64, functions);
    }
    return functions;
  }

  /** The address of so much room, which holds anything. Throws MemoryFull where there is no more. */
  take(byteLength: number): number {
    const size = roomBytes(byteLength);
    const free = this.#givenBack.get(size)?.pop();
    if (free !== undefined) return free;
    const address = this.#end;
    this.#end += size;
    if (this.#end > this.#bytes.length) this.#grow(this.#end - this.#bytes.length);
    return address;
  }

  /** Takes back room that was taken with so many bytes. */
  giveBack(address: number, byteLength: number): void {
    const size = roomBytes(byteLength);
    const free = this.#givenBack.get(size);
    if (free === undefined) this.#givenBack.set(size, [address]);
    else free.push(address);
  }

  /** Room that is anyone's until the next call. */
  scratch(byteLength: number): number {
    if (byteLength > this.#scratchBytes) {
      if (this.#scratchBytes > 0) this.giveBack(this.#scratch, this.#scratchBytes);
      this.#scratch = this.take(byteLength);
      this.#scratchBytes = byteLength;
    }
    return this.#scratch;
  }

  #grow(least: number): void {
    // Twice as much each time: what is not touched takes no memory.
    if (!this.#growsBy(Math.max(least, this.#bytes.length)) && !this.#growsBy(least)) throw new MemoryFull();
    this.#bytes = Buffer.from(this.#memory.buffer);
    this.growths += 1;
  }

  #growsBy(byteLength: number): boolean {
    try {
      this.#memory.grow(Math.ceil(byteLength / pageBytes));
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}

/** More than linear memory can hold: 4 GiB, or what the machine gives. */
export class MemoryFull extends RangeError {}

function started(base64: string, bytes: number, memory: KernelMemory | null) {
  const kernel = loadKernel(base64, bytes, memory);
  if (kernel === null) throw new Error("Kernels need WebAssembly with vectors, and memory for it.");
  return kernel;
}

function roomBytes(byteLength: number): number {
  return byteLength <= leastBytes ? leastBytes : 2 ** (32 - Math.clz32(byteLength - 1));
}
