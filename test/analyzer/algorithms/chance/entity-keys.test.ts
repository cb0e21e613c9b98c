import { describe, expect, it } from "vitest";
import { entityKeys } from "../../../../analyzer/algorithms/chance/entity-keys.ts";

const bits = (word: number): number => {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
};

describe("entityKeys", () => {
  it("depends on the id alone, not on its position", () => {
    const [a0, a1, b0, b1] = entityKeys(["A1", "B1"]);
    expect([...entityKeys(["B1", "A1"])]).toEqual([b0, b1, a0, a1]);
  });

  it("keeps the keys it has always given, so that a seed keeps its meaning", () => {
    expect([...entityKeys(["", "A1", "Kraftwerk Süd"])].map((word) => word.toString(16))).toEqual([
      "c95d41c0",
      "30e31e9a",
      "25b42f3",
      "975f5fa2",
      "bf1632b7",
      "f673a2d1",
    ]);
  });

  it("gives a million ids of one pattern a million keys", () => {
    const keys = entityKeys(Array.from({ length: 1_000_000 }, (_, number) => `asset-${number}`));
    const seen = new Set<number>();
    // Pairs are told apart by 53 of their 64 bits, which is the stricter claim.
    for (let position = 0; position < keys.length; position += 2) {
      seen.add(keys[position]! * 2 ** 21 + (keys[position + 1]! >>> 11));
    }
    expect(seen.size).toBe(1_000_000);
  });

  it("flips half of the 64 bits when one bit of any code unit flips", () => {
    const id = "substation-0417";
    const [low = 0, high = 0] = entityKeys([id]);
    const flips: number[] = [];
    for (let unit = 0; unit < id.length; unit++) {
      for (let bit = 0; bit < 16; bit++) {
        const changed = String.fromCharCode(id.charCodeAt(unit) ^ (1 << bit));
        const [otherLow = 0, otherHigh = 0] = entityKeys([id.slice(0, unit) + changed + id.slice(unit + 1)]);
        flips.push(bits(low ^ otherLow) + bits(high ^ otherHigh));
      }
    }
    const mean = flips.reduce((sum, flip) => sum + flip, 0) / flips.length;
    expect(mean).toBeGreaterThan(31);
    expect(mean).toBeLessThan(33);
    expect(Math.min(...flips)).toBeGreaterThan(12);
  });
});
