import { describe, expect, it } from "vitest";
import { RawFiles } from "../../../datasets/recipes/raw-files.ts";

describe("the account of raw files", () => {
  it("is in the order of reading, and each file's rows are used, dropped or left out", () => {
    const raw = new RawFiles("/folder");
    raw.open("b.csv");
    raw.open("a.csv");
    for (let row = 0; row < 5; row += 1) raw.count("a.csv");
    raw.leaveOut("a.csv", "too small");
    raw.leaveOut("a.csv", "elsewhere");
    raw.leaveOut("a.csv", "too small");
    raw.drop({ file: "a.csv", row: 4, id: "x", reason: "it has no place" });
    expect(raw.reports()).toEqual([
      { file: "b.csv", rowsIn: 0, rowsUsed: 0, rowsDropped: 0, leftOut: {} },
      { file: "a.csv", rowsIn: 5, rowsUsed: 1, rowsDropped: 1, leftOut: { "too small": 2, elsewhere: 1 } },
    ]);
    expect(raw.dropped).toEqual([{ file: "a.csv", row: 4, id: "x", reason: "it has no place" }]);
  });

  it("goes on where a file is opened once more", () => {
    const raw = new RawFiles("/folder");
    raw.count("a.csv");
    raw.open("a.csv");
    expect(raw.reports()).toMatchObject([{ rowsIn: 1 }]);
  });
});
