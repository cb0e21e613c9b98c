import { expect, it } from "vitest";
import { fieldDifferences } from "../../../api/runs/field-differences.ts";

it("goes down to the smallest part that differs", () => {
  const a = { id: "s", shocks: [{ hours: 96, select: { ids: ["P1"] } }], gone: null };
  const b = { id: "s", shocks: [{ hours: 48, select: { ids: ["P1", "P2"] } }, {}], "a/b~": 1 };
  expect(fieldDifferences(a, b)).toEqual([
    { pointer: "/shocks/0/hours", a: 96, b: 48 },
    { pointer: "/shocks/0/select/ids/1", b: "P2" },
    { pointer: "/shocks/1", b: {} },
    { pointer: "/gone", a: null },
    { pointer: "/a~1b~0", b: 1 },
  ]);
});

it("finds nothing in equal values, whatever the order of their keys", () => {
  expect(fieldDifferences({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toEqual([]);
});

it.each([
  [1, 2],
  [null, {}],
  [[], {}],
  ["1", 1],
])("tells %j and %j as they are", (a, b) => {
  expect(fieldDifferences(a, b)).toEqual([{ pointer: "", a, b }]);
});
