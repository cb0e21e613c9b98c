import { expect, it } from "vitest";
import { delimiterOf } from "../../../../datasets/formats/foreign/csv-delimiter.ts";
import { filesOf } from "../../../support/foreign-formats.ts";

it.each([
  ["a,b,c\n1;2;3;4;5", ","],
  ["a;b;c\n1,5;2,5;3,5", ";"],
  ["a\tb\n", "\t"],
  ["a|b|c", "|"],
  ["a", ","],
  ["", ","],
])("of %j is %j: the first line says", async (text, delimiter) => {
  expect(await delimiterOf({ files: filesOf("f", new Map([["t.csv", text]])) }, "t.csv")).toBe(delimiter);
});
