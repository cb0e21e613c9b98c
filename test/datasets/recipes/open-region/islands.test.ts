import { describe, expect, it } from "vitest";
import { islandsOf, neighboursOf } from "../../../../datasets/recipes/open-region/islands.ts";

const on = (commodity: string, ...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([a, b]) => ({ a, b, commodity }));
const rows = [...on("electricity", ["d", "e"], ["b", "a"], ["c", "e"], ["b", "a"]), ...on("gas", ["a", "c"])];

describe("islands of a commodity", () => {
  it("are the connected parts of its own network, each by id, by their first ids", () => {
    expect(islandsOf(rows, "electricity")).toEqual([
      ["a", "b"],
      ["c", "d", "e"],
    ]);
    expect(islandsOf(rows, "gas")).toEqual([["a", "c"]]);
    expect(islandsOf(rows, "water")).toEqual([]);
  });

  it("close a ring and a connection of an asset with itself", () => {
    expect(islandsOf(on("gas", ["a", "b"], ["b", "c"], ["c", "a"], ["z", "z"]), "gas")).toEqual([
      ["a", "b", "c"],
      ["z"],
    ]);
  });

  it("have neighbours on both sides, one for each connection", () => {
    expect(Object.fromEntries(neighboursOf(rows, "electricity"))).toEqual({
      a: ["b", "b"],
      b: ["a", "a"],
      c: ["e"],
      d: ["e"],
      e: ["d", "c"],
    });
  });
});
