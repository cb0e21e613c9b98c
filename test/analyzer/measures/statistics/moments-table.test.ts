import { describe, expect, it } from "vitest";
import { momentsOf } from "../../../../analyzer/measures/statistics/moments.ts";
import { MomentsTable } from "../../../../analyzer/measures/statistics/moments-table.ts";

describe("MomentsTable", () => {
  it("keeps a stream per row and takes what it was not given as zero", () => {
    const table = new MomentsTable(3);
    for (const value of [4, 6, 5]) table.add(2, value);
    expect(table.countOf(2)).toBe(3);
    expect(table.momentsOf(2, 5).mean).toBeCloseTo(3, 12);
    expect(table.momentsOf(2, 5).variance).toBeCloseTo(momentsOf([4, 6, 5, 0, 0]).variance ?? 0, 12);
    expect(table.momentsOf(0, 5)).toMatchObject({ count: 5, mean: 0, squares: 0 });
  });

  it("joins the filled rows of others", () => {
    const one = new MomentsTable(4);
    one.add(1, 2);
    one.add(3, 8);
    const other = new MomentsTable(4);
    other.add(3, 10);
    const { rows, columns } = other.filled();
    expect([...rows]).toEqual([3]);
    one.join(rows, columns);
    expect([one.countOf(1), one.countOf(2), one.countOf(3)]).toEqual([1, 0, 2]);
    expect(one.momentsOf(3, 2).mean).toBe(9);
  });
});
