import { expect, it } from "vitest";
import { FreeNames } from "../../../../datasets/formats/foreign/free-names.ts";

it("keeps the first of a name, and tells the others apart by their component and a number", () => {
  const names = new FreeNames();
  const taken = ["north", "north", "north", "south", "line north"].map((name) => names.take(name, "line"));
  expect(taken).toEqual(["north", "line north", "line north (2)", "south", "line line north"]);
  expect(new Set(taken).size).toBe(5);
});

it("takes names of the language itself as any other", () => {
  const names = new FreeNames();
  expect(["__proto__", "__proto__", "constructor", ""].map((name) => names.take(name, "bus"))).toEqual([
    "__proto__",
    "bus __proto__",
    "constructor",
    "",
  ]);
});
