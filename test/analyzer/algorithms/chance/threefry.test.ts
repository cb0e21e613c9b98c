import { describe, expect, it } from "vitest";
import { Threefry } from "../../../../analyzer/algorithms/chance/threefry.ts";

function words(key: readonly number[], counter: readonly number[]): string {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = key;
  const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = counter;
  const out = new Int32Array(6);
  new Threefry(k0, k1, k2, k3).words(c0, c1, c2, c3, out, 1);
  expect([out[0], out[5]]).toEqual([0, 0]);
  return [...out.subarray(1, 5)].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");
}

// Known answers of Threefry4x32 with 20 rounds: `kat_vectors` of the Random123 reference implementation (D. E. Shaw
// Research, 2011).
describe("Threefry", () => {
  it("gives the published words for zeros", () => {
    expect(words([0, 0, 0, 0], [0, 0, 0, 0])).toBe("9c6ca96a e17eae66 fc10ecd4 5256a7d8");
  });

  it("gives the published words for ones", () => {
    const ones = [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff];
    expect(words(ones, ones)).toBe("2a881696 57012287 f6c7446e a16a6732");
  });

  it("gives the published words for the digits of pi", () => {
    const counter = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
    const key = [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89];
    expect(words(key, counter)).toBe("59cd1dbb b8879579 86b5d00c ac8b6d84");
  });
});
