import { expect, it } from "vitest";
import { chosenGroups } from "./groups.ts";
import { readOptions } from "./options.ts";

const names = (...words: string[]) => chosenGroups(readOptions(words)).map(({ name }) => name);

it("measures everything, or what is named", () => {
  expect(names()).toContain("europe-open");
  expect(names("--only", "zones")).toEqual(["zones"]);
  expect(names("--only", "spatial mixed")).toEqual(["scan"]);
  expect(() => names("--only", "nothing")).toThrow("--only nothing");
});

it("measures the seeded systems alone at other sizes", () => {
  expect(names("--size", "100k")).not.toContain("europe-open");
  expect(names("--size", "100k")).toEqual(["scan", "timed", "trials", "structure", "sets"]);
  expect(names("--size", "1M")).toEqual(["scan", "sets"]);
});
