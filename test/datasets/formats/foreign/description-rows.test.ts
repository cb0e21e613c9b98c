import { describe, expect, it } from "vitest";
import { descriptionOfRows, descriptionRows } from "../../../../datasets/formats/foreign/description-rows.ts";
import { description } from "../../../support/rows.ts";

const back = (rows: readonly (readonly [string, string | number])[]) =>
  descriptionOfRows(
    rows.map(([key, value], at) => ({ row: at + 2, key, value: String(value) })),
    "f",
    8,
  );

describe("a description as rows", () => {
  it("comes back the same, with odd names, empty lists and numbers", () => {
    const whole = {
      ...description,
      networks: { "a/b~c": { transferLimits: [{ from: "XA", to: "XB", capacity: 5.5 }] } },
      assumptions: [],
    };
    expect(back(descriptionRows(whole))).toEqual(whole);
  });

  it("names fields by their path", () => {
    expect(descriptionRows(description)).toContainEqual(["sources/0/licence", "CC0-1.0"]);
  });
});

it.each([
  [
    [
      ["title", "a"],
      ["title", "b"],
    ],
    "JSON_KEY_REPEATED",
    3,
  ],
  [
    [
      ["sources", "a"],
      ["sources/0/id", "b"],
    ],
    "JSON_KEY_REPEATED",
    3,
  ],
  [[["a/b/c/d/e/f/g/h/i", "x"]], "JSON_TOO_DEEP", 2],
] as const)("rows %j are refused with %s", (rows, code, row) => {
  expect(() => back(rows)).toThrow(
    expect.objectContaining({ issue: expect.objectContaining({ code, file: "f", row }) }),
  );
});

it("names of the language itself are names", () => {
  expect(
    Object.keys(
      back([
        ["__proto__", "x"],
        ["title", "t"],
      ]),
    ),
  ).toContain("title");
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});
