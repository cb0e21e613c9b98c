import { describe, expect, it } from "vitest";
import { jsonDepth } from "../../../api/http/json-depth.ts";

describe("jsonDepth", () => {
  it.each([
    ["1", 0],
    ["{}", 1],
    ['{"a":[1,{"b":2}],"c":[]}', 3],
    ['["[[[[", "\\"[[["]', 1],
    ['["\\\\",[]]', 2],
  ])("counts the brackets of %s outside of text", (text, depth) => {
    expect(jsonDepth(text, 100)).toBe(depth);
  });

  it("stops once the cap is passed", () => {
    expect(jsonDepth("[".repeat(1_000_000), 10)).toBe(11);
  });

  it("reads 10 MB in well under a second", () => {
    const start = performance.now();
    jsonDepth(`"${'\\"['.repeat(3_000_000)}"`, 64);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
