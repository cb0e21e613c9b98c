import { expect, it } from "vitest";
import { zipFiles } from "../../../../datasets/formats/foreign/zip-files.ts";
import { fileSetFromBytes } from "../../../../datasets/formats/index.ts";

const files = [
  ["b/text.csv", "a,b\n1,ü\n"],
  ["a.bin", Uint8Array.of(0, 255, 7)],
] as const;

async function contentOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return new Uint8Array(Buffer.concat(all));
}

it("keeps paths, text and bytes, and gives the same bytes again", async () => {
  const zip = await zipFiles(files);
  const read = fileSetFromBytes("x.zip", zip);
  expect((await read.list()).toSorted()).toEqual(["a.bin", "b/text.csv"]);
  expect(await contentOf(read.open("a.bin"))).toEqual(files[1][1]);
  expect(new TextDecoder().decode(await contentOf(read.open("b/text.csv")))).toBe(files[0][1]);
  expect(await zipFiles(files)).toEqual(zip);
});
