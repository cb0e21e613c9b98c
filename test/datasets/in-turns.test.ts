import { describe, expect, it } from "vitest";
import { inTurns } from "../../datasets/in-turns.ts";

function* counting(to: number, seen: number[]): Generator<undefined, string> {
  for (let step = 1; step <= to; step += 1) {
    seen.push(step);
    yield;
  }
  return "done";
}

describe("inTurns", () => {
  it("gives what the steps end with, and lets others in between", async () => {
    const seen: number[] = [];
    setImmediate(() => seen.push(-1));
    await expect(inTurns(counting(3, seen), undefined)).resolves.toBe("done");
    expect(seen).toEqual([1, -1, 2, 3]);
  });

  it("takes no further step once aborted", async () => {
    const seen: number[] = [];
    const controller = new AbortController();
    setImmediate(() => controller.abort(new Error("enough")));
    await expect(inTurns(counting(9, seen), controller.signal)).rejects.toThrow("enough");
    expect(seen).toEqual([1]);
  });
});
