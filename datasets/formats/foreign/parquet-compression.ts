import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** Why a page is not what it says, without a place: the reader of the file adds it. */
export class PageFault extends Error {}

type Inflate = (bytes: Uint8Array, length: number) => Uint8Array;

const inflaters = new Map<string, Inflate>([
  ["UNCOMPRESSED", (bytes) => new Uint8Array(bytes)],
  ["SNAPPY", inflateSnappy],
  ["GZIP", (bytes, length) => gunzipSync(bytes, { maxOutputLength: Math.max(1, length) })],
  ["BROTLI", (bytes, length) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, length) })],
]);

export function canInflate(codec: string): boolean {
  return inflaters.has(codec);
}

/** The bytes of a page, in memory of their own, which must come to `length`. Throws where they do not, or cannot be inflated. O(length). */
export function inflatePage(bytes: Uint8Array, length: number, codec: string): Uint8Array {
  const inflated = inflaters.get(codec)?.(bytes, length);
  if (inflated?.length !== length) throw new PageFault("a page inflates to another length than it says");
  // Memory of its own: a decoder that reads on past the end of a page must find nothing there.
  return inflated.buffer.byteLength === length ? inflated : new Uint8Array(inflated);
}

/*
 * Snappy: the length, then elements. The lowest two bits of an element's first byte say what follows: 0 bytes as they are (how
 * many, in the upper six bits or in the next bytes), else a copy of bytes already there (how many, and from how far back).
 */
function inflateSnappy(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let [at, to] = [0, 0];
  const next = (count: number): number => {
    let value = 0;
    for (let n = 0; n < count; n += 1) {
      const byte = bytes[at + n];
      if (byte === undefined) throw new PageFault("a page ends early");
      value += byte * 256 ** n;
    }
    at += count;
    return value;
  };
  while (next(1) >= 128);
  while (at < bytes.length) {
    const tag = next(1);
    const kind = tag & 3;
    const short = tag >>> 2;
    if (kind === 0) {
      const count = 1 + (short < 60 ? short : next(short - 59));
      if (at + count > bytes.length || to + count > length) throw new PageFault("a page is longer than it says");
      out.set(bytes.subarray(at, at + count), to);
      at += count;
      to += count;
      continue;
    }
    const count = kind === 1 ? 4 + (short & 7) : 1 + short;
    const back = kind === 1 ? (tag >>> 5) * 256 + next(1) : next(kind === 2 ? 2 : 4);
    if (back === 0 || back > to || to + count > length) throw new PageFault("a page copies what is not there");
    // Byte by byte: a copy may overlap what it makes.
    for (let n = 0; n < count; n += 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  if (to !== length) throw new PageFault("a page is shorter than it says");
  return out;
}
