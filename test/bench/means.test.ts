import { expect, it } from "vitest";
import { meanOf, meansDiffer } from "./means.ts";

it("gives the mean and its standard error", () => {
  expect(meanOf([2, 4, 4, 6])).toEqual({ mean: 4, error: Math.sqrt(8 / 3 / 4) });
  expect(meanOf([3]).error).toBeNaN();
});

it("takes means within four standard errors for the same", () => {
  const text = (mean: number, error: number) => JSON.stringify({ mean, error });
  expect(meansDiffer(text(10, 0.3), text(11.9, 0.4))).toBeNull();
  expect(meansDiffer(text(10, 0.3), text(12.1, 0.4))).toContain("4.2 standard errors apart");
  expect(meansDiffer(text(1, 0), text(1, 0))).toBeNull();
  expect(meansDiffer(text(1, 0), text(2, 0))).not.toBeNull();
});
