import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TwoLimbSum } from "../../../analyzer/measures/two-limb-sum.ts";

const wholes = fc.array(fc.tuple(fc.maxSafeNat(), fc.maxSafeNat(), fc.boolean()), { maxLength: 50 });

describe("TwoLimbSum", () => {
  it("sums products of whole numbers exactly, also what is taken away again", () => {
    fc.assert(
      fc.property(wholes, fc.nat({ max: 2 ** 30 }), (terms, factor) => {
        const [sum, plain] = [new TwoLimbSum(), new TwoLimbSum()];
        let exact = 0n;
        let count = 0;
        for (const [x, y, minus] of terms) {
          const sign = minus ? -1 : 1;
          // Within 2^104.
          const small = Math.floor(x / 2 ** 10);
          sum.addProduct(sign * small, y);
          exact += BigInt(sign) * BigInt(small) * BigInt(y);
          plain.add(1);
          count += 1;
        }
        expect(plain.timesLess(factor, sum)).toBe(Number(BigInt(count) * BigInt(factor) - exact));
      }),
      { seed: 20_260_729, numRuns: 1000 },
    );
  });

  it("leaves nothing behind where one double would", () => {
    const sum = new TwoLimbSum();
    const zero = new TwoLimbSum();
    sum.add(3);
    sum.addProduct(0.3, 1e20);
    sum.addProduct(-0.3, 1e20);
    expect(sum.timesLess(1, zero)).toBe(3);
    sum.clear();
    expect(sum.timesLess(1, zero)).toBe(0);
  });
});
