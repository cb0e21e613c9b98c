import { expect, it } from "vitest";
import { XmlLosses } from "../../../../datasets/formats/foreign/xml-lost.ts";

it("writes values as XML and counts the rows of each column that it cannot hold", () => {
  const losses = new XmlLosses();
  expect(losses.write("assets", "name", "a & b")).toBe("a &amp; b");
  expect(losses.lost).toEqual([]);
  expect(losses.write("assets", "name", "\ufffe")).toBe("\ufffd");
  losses.write("assets", "name", "\uffff");
  losses.write("dataset", "title", "\ufffe");
  losses.write("connections", "capacity", 40);
  expect(losses.lost.map(({ table, column, rows }) => [table, column, rows])).toEqual([
    ["assets", "name", 2],
    ["dataset", "title", 1],
  ]);
});
