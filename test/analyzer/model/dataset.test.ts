import { expect, it } from "vitest";
import { compareIds } from "../../../analyzer/index.ts";

it("compareIds orders by code unit, whatever the language", () => {
  expect(["b", "a10", "Z", "ä", "a9", "_", "é", "1"].toSorted(compareIds)).toEqual([
    "1",
    "Z",
    "_",
    "a10",
    "a9",
    "b",
    "ä",
    "é",
  ]);
  expect(compareIds("a", "a")).toBe(0);
});
