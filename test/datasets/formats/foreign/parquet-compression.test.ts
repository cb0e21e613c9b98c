import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { canInflate, inflatePage } from "../../../../datasets/formats/foreign/parquet-compression.ts";

const text = "abcabcabcabc";
const plain = Buffer.from(text);
/** Length 12; 3 bytes as they are; a copy of 9 from 3 back. */
const snappy = Uint8Array.of(12, 2 << 2, 97, 98, 99, ((9 - 4) << 2) | 1, 3);

describe("a page", () => {
  it.each([
    ["UNCOMPRESSED", plain],
    ["GZIP", gzipSync(plain)],
    ["BROTLI", brotliCompressSync(plain)],
    ["SNAPPY", snappy],
  ])("compressed by %s inflates, in memory of its own", (codec, bytes) => {
    const page = inflatePage(bytes, 12, codec);
    expect(new TextDecoder().decode(page)).toBe(text);
    expect(page.buffer.byteLength).toBe(12);
    expect(canInflate(codec)).toBe(true);
  });

  it.each(["UNCOMPRESSED", "GZIP", "BROTLI", "SNAPPY"])("of %s that lies about its length is refused", (codec) => {
    const bytes = { UNCOMPRESSED: plain, GZIP: gzipSync(plain), BROTLI: brotliCompressSync(plain), SNAPPY: snappy }[
      codec
    ];
    for (const length of [0, 11, 13, 1000]) expect(() => inflatePage(bytes ?? plain, length, codec)).toThrow();
  });

  it("of a bomb stops at the length it says", () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    expect(() => inflatePage(bomb, 100, "GZIP")).toThrow();
  });

  it.each([
    ["nothing", []],
    ["bytes that are not there", [4, 3 << 2, 97]],
    ["a copy from before the start", [8, 0, 97, ((4 - 4) << 2) | 1, 9]],
    ["a copy from nowhere", [8, 0, 97, ((4 - 4) << 2) | 1, 0]],
    ["a length that never ends", [255, 255, 255]],
  ])("of Snappy with %s is refused", (_what, bytes) => {
    expect(() => inflatePage(Uint8Array.from(bytes), 8, "SNAPPY")).toThrow();
  });

  it("by another codec is not read", () => {
    expect(canInflate("LZ4")).toBe(false);
    expect(() => inflatePage(plain, 12, "LZ4")).toThrow();
  });
});
