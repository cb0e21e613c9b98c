import { describe, expect, it } from "vitest";
import { defaultCaps } from "../../../../datasets/formats/caps.ts";
import { type CsvObject, csvObjects } from "../../../../datasets/formats/foreign/csv-objects.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";
import { ReadError } from "../../../../datasets/formats/read-error.ts";
import { filesOf } from "../../../support/foreign-formats.ts";

async function read(text: string, dialect: Parameters<typeof csvObjects>[2] = {}) {
  const issues = new IssueList(defaultCaps.issues);
  const reading = { caps: defaultCaps, issues, step: () => null };
  const rows: CsvObject[] = [];
  try {
    for await (const row of csvObjects({ files: filesOf("f", new Map([["t.csv", text]])), reading }, "t.csv", dialect))
      rows.push(row);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { rows, issues: issues.issues, refused: error.issue };
  }
  return { rows, issues: issues.issues, refused: null };
}

describe("csvObjects", () => {
  it("gives cells by the names of the header, with the line they start on", async () => {
    const { rows } = await read('a, b \n1,"x\ny"\n2,z\n');
    expect(rows).toEqual([
      { row: 2, cells: { a: "1", b: "x\ny" } },
      { row: 4, cells: { a: "2", b: "z" } },
    ]);
  });

  it("calls an unnamed first column what it is told", async () => {
    const { rows } = await read(",b\n1,2\n", { index: "id" });
    expect(rows[0]?.cells).toEqual({ id: "1", b: "2" });
  });

  it("tells columns that nobody takes, once and by name", async () => {
    const { issues } = await read("a,b,c\n1,2,3\n4,5,6\n", { taken: ["a"] });
    expect(issues.map(({ code, severity, row, column }) => [code, severity, row, column])).toEqual([
      ["PART_NOT_READ", "info", 1, "b"],
      ["PART_NOT_READ", "info", 1, "c"],
    ]);
  });

  it("leaves out rows of another length, each told", async () => {
    const { rows, issues } = await read("a,b\n1\n1,2,3\n1,2\n");
    expect(rows.map(({ row }) => row)).toEqual([4]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["CSV_ROW_LENGTH", 2],
      ["CSV_ROW_LENGTH", 3],
    ]);
  });

  it.each([
    ["an empty file", "", {}, "FILE_EMPTY"],
    ["a required column that is not there", "a\n1\n", { required: ["a", "z"] }, "COLUMN_MISSING"],
    ["two columns of one name", "a,a\n1,2\n", {}, "HEADER_REPEATED"],
    ["an unclosed quote", 'a\n"1\n', {}, "CSV_QUOTE_UNCLOSED"],
  ] as const)("refuses %s", async (_what, text, dialect, code) => {
    const { refused } = await read(text, dialect);
    expect(refused).toMatchObject({ code, file: "t.csv" });
  });
});
