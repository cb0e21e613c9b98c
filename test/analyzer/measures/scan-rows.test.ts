import { describe, expect, it } from "vitest";
import { joinRows, ScanRowList } from "../../../analyzer/measures/scan-rows.ts";

const values = (outageHours: number, personHours: number | null) => ({
  outageHours,
  personHours,
  foreignOutageHours: 1,
  assetsDisrupted: 2,
  statesReached: 3,
  foreignStatesReached: 4,
  sectorsReached: 5,
});

describe("rows of a scan", () => {
  it("are columns, one part after another; what is not known is no number", () => {
    const [first, second] = [new ScanRowList(5), new ScanRowList(1)];
    first.add(7, "timed closure", values(10, null));
    first.add(3, "event engine", values(20, 8));
    second.add(1, "timed forest", values(30, 0));
    const rows = joinRows([first.rows(), second.rows()]);
    expect([...rows.source]).toEqual([7, 3, 1]);
    expect([...rows.method]).toEqual([0, 2, 1]);
    expect([...rows.values.outageHours]).toEqual([10, 20, 30]);
    expect([...rows.values.personHours]).toEqual([Number.NaN, 8, 0]);
    expect([...rows.values.sectorsReached]).toEqual([5, 5, 5]);
  });

  it("of nothing are empty", () => {
    expect(joinRows([]).source).toHaveLength(0);
  });
});
