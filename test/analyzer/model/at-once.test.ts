import { describe, expect, it } from "vitest";
import { atOnce } from "../../../analyzer/model/at-once.ts";

function* countTo(last: number, seen: number[]): Generator<undefined, string> {
  for (let step = 1; step <= last; step += 1) {
    seen.push(step);
    yield;
  }
  return `${last} steps`;
}

describe("steps gone through at once", () => {
  it("are all taken, and give what they end with", () => {
    const seen: number[] = [];
    expect(atOnce(countTo(3, seen))).toBe("3 steps");
    expect(seen).toEqual([1, 2, 3]);
    expect(atOnce(countTo(0, seen))).toBe("0 steps");
  });

  it("pass on what a step throws", () => {
    const failing = (function* (): Generator<undefined, never> {
      yield;
      throw new Error("no further");
    })();
    expect(() => atOnce(failing)).toThrow("no further");
  });
});
