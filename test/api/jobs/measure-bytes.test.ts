import { describe, expect, it } from "vitest";
import { measureBytes } from "../../../api/jobs/measure-bytes.ts";

describe("the bytes of a value", () => {
  it("are those of its arrays, and a little for what holds them", () => {
    const value = { a: new Float64Array(1000), rows: [{ b: new Uint8Array(500) }, null, "four"], n: 3 };
    expect(measureBytes(value)).toBeGreaterThanOrEqual(8508);
    expect(measureBytes(value)).toBeLessThan(8700);
    expect(measureBytes(new Int32Array(new SharedArrayBuffer(4000)))).toBeGreaterThanOrEqual(4000);
  });

  it("are counted however deep the value is", () => {
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
    expect(measureBytes(deep)).toBeGreaterThan(100_000);
  });
});
