import { expect, it } from "vitest";
import { readXlsxText, writeXlsxText } from "../../../../datasets/formats/foreign/xlsx-text.ts";

const plain = (xml: string): string =>
  xml.replaceAll("&#9;", "\t").replaceAll("&#10;", "\n").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

it.each(["plain", "a\rb", "\u0001", "_x0041_", "_x000D_ and \r", "__x0041__", "<&\t\n", "\ud800", "_x_", "_\u0001"])(
  "writes %j so that it is read back",
  (text) => {
    expect(readXlsxText(plain(writeXlsxText(text)))).toBe(text);
  },
);

it("writes what XML cannot hold as four digits, and escapes what looks so", () => {
  expect(writeXlsxText("\r")).toBe("_x000D_");
  expect(writeXlsxText("_x0041_")).toBe("_x005F_x0041_");
  expect(readXlsxText("_x0041_")).toBe("A");
});
