import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneValue } from "../../../analyzer/model/one-value.ts";

describe("oneValue", () => {
  it("is the value of all rows where there is one", () => {
    const value = fc.constantFrom(0, 1, 2.5, Number.NaN);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const expected = new Set(values).size === 1 ? values[0] : undefined;
        expect(oneValue(Float64Array.from(values))).toBe(expected);
      }),
    );
  });

  it("is none without rows", () => {
    expect(oneValue(new Int8Array(0))).toBeUndefined();
  });
});
