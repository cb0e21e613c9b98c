/** The little of the WebAssembly interface that is used; the language's own library does not declare it. */
interface WebAssemblyHost {
  readonly Memory: new (size: { readonly initial: number }) => KernelMemory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** Linear memory. It keeps its size until it is told to grow by so many pages of 64 KiB, which ends all views of its buffer. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** A kernel at work: its functions, over its own memory. */
export interface Kernel<Functions extends object> {
  readonly functions: Functions;
  readonly memory: KernelMemory;
}

const pageBytes = 65_536;

/** Compiled modules by their text: the same kernel is started again and again. */
const modules = new Map<string, object>();

/**
 * Starts a kernel compiled to WebAssembly, at once and in any host: Node, a worker or a page. Returns null where the host
 * has no WebAssembly or does not allow it (a page whose security policy forbids it, memory that is not to be had); the
 * caller then takes the kernel's TypeScript twin, which gives the same answers.
 *
 * @param base64 the binary, as a `*.wasm.gen.ts` holds it; it imports `env.memory` and nothing else
 * @param bytes how much memory it needs
 * @param used memory of a kernel that has done its work, taken again where it is large enough
 */
export function loadKernel<Functions extends object>(
  base64: string,
  bytes: number,
  used: KernelMemory | null = null,
): Kernel<Functions> | null {
  const host = (globalThis as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
  if (host === undefined) return null;
  try {
    const isEnough = used !== null && used.buffer.byteLength >= bytes;
    const memory = isEnough ? used : new host.Memory({ initial: Math.ceil(bytes / pageBytes) });
    const module = modules.get(base64) ?? new host.Module(bytesOfBase64(base64));
    modules.set(base64, module);
    const { exports } = new host.Instance(module, { env: { memory } });
    return { functions: exports as Functions, memory };
  } catch {
    return null;
  }
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The bytes that a base64 text with padding stands for; the core knows no `atob`. */
export function bytesOfBase64(text: string): Uint8Array {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < text.length; from += 4, to += 3) {
    let bits = 0;
    for (let digit = 0; digit < 4; digit += 1) bits = (bits << 6) | Math.max(0, digits.indexOf(text[from + digit]!));
    bytes[to] = bits >> 16;
    bytes[to + 1] = bits >> 8;
    bytes[to + 2] = bits;
  }
  return bytes;
}
