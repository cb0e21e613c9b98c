import { describe, expect, it } from "vitest";
import { naturalLog } from "../../../../analyzer/algorithms/elementary/natural-log.ts";
import { SeededRandom } from "../../../support/seeded-random.ts";

describe("naturalLog", () => {
  it("agrees with this engine's logarithm to the last digits, from the smallest number to the largest", () => {
    const random = new SeededRandom(1);
    let relative = 0;
    let absolute = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const x = Math.exp((random.unit() - 0.5) * 1400);
      relative = Math.max(relative, Math.abs(naturalLog(x) / Math.log(x) - 1));
      const nearOne = 0.5 + random.unit();
      absolute = Math.max(absolute, Math.abs(naturalLog(nearOne) - Math.log(nearOne)));
    }
    expect(relative).toBeLessThan(5e-16);
    expect(absolute).toBeLessThan(2e-16);
    expect(naturalLog(5e-324)).toBeCloseTo(Math.log(5e-324), 12);
  });

  it("knows the ends", () => {
    expect(naturalLog(1)).toBe(0);
    expect(naturalLog(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(naturalLog(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(naturalLog(-1)).toBeNaN();
    expect(naturalLog(Number.NaN)).toBeNaN();
  });
});
