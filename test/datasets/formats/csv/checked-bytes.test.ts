import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkedBytes } from "../../../../datasets/formats/csv/checked-bytes.ts";
import { ReadError } from "../../../../datasets/formats/read-error.ts";

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The bytes that pass, or the code of what is wrong with them. */
async function check(bytes: Uint8Array, size: number, most = 1e6): Promise<Buffer | string> {
  const passed: Uint8Array[] = [];
  try {
    for await (const chunk of checkedBytes(inChunks(bytes, size), "t.csv", most)) passed.push(Buffer.from(chunk));
  } catch (error) {
    if (error instanceof ReadError) return error.issue.code;
    throw error;
  }
  return Buffer.concat(passed);
}

/** Whole and broken characters of one to four bytes, and line ends. */
const piece = fc.constantFrom(
  [0x61],
  [0x0a],
  [0xc3, 0xa9],
  [0xe2, 0x82, 0xac],
  [0xf0, 0x9f, 0x92, 0xa5],
  [0xef, 0xbb, 0xbf],
  [0xff],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x92],
  [0xa9],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
);
const anyBytes = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => Buffer.from(pieces.flat()));
const sizes = fc.integer({ min: 1, max: 9 });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe("checkedBytes", () => {
  it("passes UTF-8 without its mark and refuses the rest, whatever the chunks", async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, sizes, async (bytes, size) => {
        const isMarked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
        const expected = isUtf8(bytes) ? bytes.subarray(isMarked ? 3 : 0) : "FILE_NOT_UTF8";
        expect(await check(bytes, size)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("counts bytes as they come", async () => {
    expect(await check(Buffer.from("abcdef"), 2, 6)).toEqual(Buffer.from("abcdef"));
    expect(await check(Buffer.from("abcdef"), 2, 5)).toBe("FILE_TOO_LARGE");
  });
});
