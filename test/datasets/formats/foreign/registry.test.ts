import { expect, it } from "vitest";
import { foreignFormats, guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { ReadError } from "../../../../datasets/formats/read-error.ts";
import { filesOf } from "../../../support/foreign-formats.ts";

it("has formats of an id each, that can be read or written", () => {
  expect(new Set(foreignFormats.map(({ id }) => id)).size).toBe(foreignFormats.length);
  for (const { id, title, read, write } of foreignFormats) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    expect(title).not.toBe("");
    expect(read !== null || write !== null).toBe(true);
  }
});

it("guesses by the start of files, the likeliest first, and what is no text is nothing", async () => {
  const guess = async (name: string, content: string | Uint8Array) =>
    (await guessFormats(filesOf(name, new Map([[name, content]])))).map(({ format, confidence }) => [
      format.id,
      confidence,
    ]);
  expect((await guess("deps.csv", "from,to,likelihood\na,b,0.5\n")).map(([id]) => id)).toEqual([
    "dependency-table",
    "csv",
  ]);
  expect(
    await guess(
      "noise.bin",
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
    ),
  ).toEqual([]);
  expect(await guess("empty.csv", "")).toEqual([]);
});

it("finds nothing where files cannot be listed or opened", async () => {
  const fault = new ReadError("ZIP_MALFORMED", { file: "x", text: "?" });
  const files = filesOf("x", new Map());
  expect(await guessFormats({ ...files, list: () => Promise.reject(fault) })).toEqual([]);
  const closed = {
    ...files,
    list: async () => ["a.csv"],
    open: () => {
      throw fault;
    },
  };
  expect(await guessFormats(closed)).toEqual([]);
});
