import { expect, it } from "vitest";
import { textLines } from "../../../../datasets/formats/foreign/text-lines.ts";

async function* chunksOf(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

it.each([1, 2, 3, 100])("are the same whatever chunks of %i they come in", async (length) => {
  const found: unknown[] = [];
  for await (const { row, line } of textLines(chunksOf("a\r\n\nb c\n\r\nlast", length))) found.push([row, line]);
  expect(found).toEqual([
    [1, "a"],
    [2, ""],
    [3, "b c"],
    [4, ""],
    [5, "last"],
  ]);
});

it("of nothing are none", async () => {
  for await (const line of textLines(chunksOf("", 1))) expect.fail(JSON.stringify(line));
});
