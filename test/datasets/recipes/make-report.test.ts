import { describe, expect, it } from "vitest";
import { makeReport } from "../../../datasets/recipes/make-report.ts";
import { reportLines } from "../../../datasets/recipes/report-lines.ts";

const asset = (id: string, sector: string) => ({ id, name: id, sector, kind: "k", states: [], source: "s" });
const link = (id: string, ruleId?: string) => ({
  id,
  a: "x",
  b: "y",
  commodity: "gas",
  source: "s",
  ...(ruleId === undefined ? {} : { ruleId }),
});

const report = makeReport({
  files: [
    { file: "a.csv", rowsIn: 5, rowsUsed: 2, rowsDropped: 1, leftOut: { "too small": 2 } },
    { file: "b.csv", rowsIn: 0, rowsUsed: 0, rowsDropped: 0, leftOut: {} },
  ],
  dropped: [{ file: "a.csv", row: 4, id: "x", reason: "it has no place" }],
  assets: [asset("1", "water"), asset("2", "energy"), asset("3", "water")],
  links: [link("1", "R2"), link("2", "O1"), link("3", "R2"), link("4")],
  notes: ["A note."],
});

describe("the report of a recipe", () => {
  it("counts assets per sector and links per rule, in the order of the words", () => {
    expect(Object.entries(report.assetsPerSector)).toEqual([
      ["energy", 1],
      ["water", 2],
    ]);
    // A row without a rule is counted under no name.
    expect(Object.entries(report.rowsPerRule)).toEqual([
      ["", 1],
      ["O1", 1],
      ["R2", 2],
    ]);
  });

  it("is told line by line: files, what was left out and why, what was dropped, counts, notes", () => {
    expect(reportLines(report)).toEqual([
      "a.csv: 5 rows in, 2 used, 1 dropped",
      "  2 left out: too small",
      "b.csv: 0 rows in, 0 used, 0 dropped",
      "  dropped a.csv, row 4 (x): it has no place",
      "assets per sector",
      "  energy: 1",
      "  water: 2",
      "dependencies and connections per rule",
      "  : 1",
      "  O1: 1",
      "  R2: 2",
      "A note.",
    ]);
  });
});
