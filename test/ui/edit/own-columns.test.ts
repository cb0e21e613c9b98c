import { describe, expect, it } from "vitest";
import { ownColumnPattern } from "../../../datasets/formats/index.ts";
import { ownColumnName, ownColumnsOf } from "../../../ui/edit/own-columns.ts";

describe("the name of an own column", () => {
  it.each([
    ["inspected on", "x_inspected_on"],
    ["x_checked", "x_checked"],
    [" Größe (m) ", "x_Größe_m"],
    ["a".repeat(90), `x_${"a".repeat(50)}`],
    ["__proto__", "x_proto"],
  ])("of %s is %s, which files take", (text, column) => {
    expect(ownColumnName(text)).toBe(column);
    expect(column).toMatch(ownColumnPattern);
  });

  it.each(["", "  ", "()", "x_"])("of %j is none", (text) => {
    expect(ownColumnName(text)).toBeNull();
  });
});

it("are those of the row and those typed besides", () => {
  expect(ownColumnsOf({ x_a: "1" }, { x_b: "", name: "N", x_a: "2" })).toEqual(["x_a", "x_b"]);
});
