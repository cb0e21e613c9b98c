import { describe, expect, it } from "vitest";
import { GrowingColumn } from "../../../../datasets/formats/csv/growing-column.ts";

describe("GrowingColumn", () => {
  it("holds what was appended, in whatever pieces", () => {
    const column = new GrowingColumn(new Float64Array(0));
    const all: number[] = [];
    for (let piece = 0; piece < 40; piece += 1) {
      if (piece === 20) column.reserve(5000);
      const block = Float64Array.from({ length: 7 * piece }, (_, at) => piece + at / 100);
      const count = block.length >> 1;
      column.append(block, count);
      all.push(...block.subarray(0, count));
    }
    expect([...column.values]).toEqual(all);
    expect(all.map((_, row) => column.at(row))).toEqual(all);
  });

  it("starts empty, whatever its room holds", () => {
    expect(new GrowingColumn(Int32Array.of(1, 2, 3)).values).toHaveLength(0);
  });
});
