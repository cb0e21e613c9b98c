import { expect, it } from "vitest";
import { valuesDiffer, valuesText } from "./values.ts";

const differ = (ours: number[], peers: number[]) => valuesDiffer(valuesText(ours), valuesText(peers));

it("takes values within a billionth for equal, and no others", () => {
  expect(differ([1, 1000, 0], [1 + 1e-10, 1000, 0])).toBeNull();
  expect(differ([1, 1000], [1 + 1e-8, 1000])).toBe("value 0 is 1, the peer's 1.00000001");
  expect(differ([0, 1], [1e-6, 1])).toContain("value 0");
  expect(differ([1], [1, 2])).toBe("1 values of ours, 2 of the peer");
});

it("takes nothing that is no number for equal", () => {
  expect(differ([Number.NaN], [Number.NaN])).toContain("value 0");
});
