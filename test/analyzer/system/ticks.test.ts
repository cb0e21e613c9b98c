import { describe, expect, it } from "vitest";
import { limits } from "../../../analyzer/index.ts";
import { toHours, toTicks } from "../../../analyzer/system/ticks.ts";

describe("ticks", () => {
  it("make sums of hours exact where hours are not", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(toTicks(0.1) + toTicks(0.2)).toBe(toTicks(0.3));
    let sum = 0;
    for (let step = 0; step < 10_000; step += 1) sum += toTicks(0.1);
    expect(toHours(sum)).toBe(1000);
  });

  it("are the nearest billionth of an hour", () => {
    expect([1.4e-9, 1.6e-9, 2].map(toTicks)).toEqual([1, 2, 2_000_000_000]);
  });

  it("are told apart, one from the next, up to the longest horizon and twice that", () => {
    const most = toTicks(2 * limits.horizonHours);
    expect(most + 1 - most).toBe(1);
    expect(Number.isSafeInteger(most)).toBe(true);
  });

  it("have no end where hours have none", () => {
    expect(toTicks(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });
});
