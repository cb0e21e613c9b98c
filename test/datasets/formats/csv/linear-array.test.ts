import { describe, expect, it } from "vitest";
import { CsvMemory } from "../../../../datasets/formats/csv/csv-memory.ts";
import { LinearArray } from "../../../../datasets/formats/csv/linear-array.ts";

describe("LinearArray", () => {
  it("is seen anew once the memory has grown", () => {
    const memory = new CsvMemory();
    const numbers = new LinearArray(memory, Float64Array, 3);
    numbers.view.set([1, 2, 3]);
    const before = numbers.view;
    memory.take(10_000_000);
    expect(before).toHaveLength(0);
    expect([...numbers.view]).toEqual([1, 2, 3]);
  });

  it("holds nothing once its room is given back, and takes it again", () => {
    const memory = new CsvMemory();
    const codes = new LinearArray(memory, Int32Array, 10);
    const { address } = codes;
    codes.giveBack();
    memory.take(10_000_000);
    expect([codes.length, codes.view.length]).toEqual([0, 0]);
    codes.makeRoom(12);
    expect([codes.address, codes.length, codes.view.length]).toEqual([address, 12, 12]);
  });

  it("keeps what it holds where it is given more room for that", () => {
    const memory = new CsvMemory();
    const codes = new LinearArray(memory, Int32Array, 3);
    codes.view.set([1, 2, 3]);
    codes.extend(10_000_000);
    expect(codes.length).toBe(10_000_000);
    expect([...codes.view.subarray(0, 3)]).toEqual([1, 2, 3]);
  });
});
