import { expect, it } from "vitest";
import { refuseHeader } from "../../../../datasets/formats/foreign/csv-header.ts";

it("takes names that are there and differ, up to the cap", () => {
  expect(() => refuseHeader("f.csv", ["a", "b"], 2)).not.toThrow();
  expect(() => refuseHeader("f.csv", [], 2)).not.toThrow();
});

it.each([
  [["a", ""], "HEADER_EMPTY", null],
  [["a", "b", "a"], "HEADER_REPEATED", "a"],
  [["a", "b", "c", "d"], "COLUMNS_TOO_MANY", null],
  [["__proto__", "__proto__"], "HEADER_REPEATED", "__proto__"],
])("refuses %j with %s", (header, code, column) => {
  expect(() => refuseHeader("f.csv", header, 3)).toThrow(
    expect.objectContaining({ issue: expect.objectContaining({ code, file: "f.csv", row: 1, column }) }),
  );
});
