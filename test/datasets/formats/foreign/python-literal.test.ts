import { describe, expect, it } from "vitest";
import { parsePython } from "../../../../datasets/formats/foreign/python-literal.ts";

describe("literals of Python", () => {
  it.each([
    ["['a', \"b's\"]", ["a", "b's"]],
    ["[1, -2.5, 1e3, .5]", [1, -2.5, 1000, 0.5]],
    ["(None, nan, True, False,)", [null, null, true, false]],
    ["{'x', 'y'}", ["x", "y"]],
    ["set()", []],
    ["[]", []],
    ["{}", new Map()],
    [
      "{'GEM': {'G1', 'G2'}, 3: []}",
      new Map([
        ["GEM", ["G1", "G2"]],
        ["3", []],
      ] as const),
    ],
    [String.raw`'\'\\\n\xe9\u00df'`, "'\\\néß"],
    [" 'a' ", "a"],
  ])("reads %s", (text, value) => {
    expect(parsePython(text)).toEqual(value);
  });

  it.each([
    "",
    "[",
    "[1",
    "[1 2]",
    "[1,,2]",
    "[1]]",
    "[1)",
    "name",
    "__import__('os')",
    "1 + 1",
    "'a' 'b'",
    "'open",
    "f'x'",
    "{'a': 1, 'b'}",
    "{['a']: 1}",
    "{'a':}",
    String.raw`'\q'`,
    "[x for x in y]",
    "-",
    "[".repeat(100_000),
  ])("refuses %.30s", (text) => {
    expect(parsePython(text)).toBeUndefined();
  });
});
