import { describe, expect, it } from "vitest";
import { stretchCount, stretchOf } from "../../../../analyzer/measures/trials/trial-stretches.ts";

describe("trial stretches", () => {
  it.each([1, 31, 32, 33, 1000, 1023, 1024, 1025, 8192, 8193, 10_000, 1_000_000])(
    "of %i hold every trial once",
    (trials) => {
      const count = stretchCount(trials);
      expect(count).toBeLessThanOrEqual(64);
      let next = 0;
      for (let index = 0; index < count; index += 1) {
        const [from, to] = stretchOf(trials, index);
        expect(from).toBe(next);
        expect(to).toBeGreaterThanOrEqual(from);
        next = to;
      }
      expect(next).toBe(trials);
    },
  );

  it("are whole blocks of coins where there are many", () => {
    expect([stretchOf(100, 1), stretchOf(2000, 1), stretchOf(100_000, 1)]).toEqual([
      [32, 64],
      [128, 256],
      [1664, 3328],
    ]);
  });
});
