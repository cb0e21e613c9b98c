import { expect, it } from "vitest";
import { numberCell } from "../../../../datasets/formats/foreign/number-cell.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

const place = { file: "f.csv", row: 4, column: "MW" };

it.each([
  ["1200.5", 1200.5],
  [" -3 ", -3],
  ["1e3", 1000],
  ["", null],
  ["   ", null],
  [undefined, null],
])("reads %j as %j and says nothing", (text, value) => {
  const issues = new IssueList(10);
  expect(numberCell(issues, text, place)).toBe(value);
  expect(issues.issues).toEqual([]);
});

it.each(["12,5", "1 200", "2 GW", "NaN", "Infinity", "0x10", "--1", "<5"])("tells that %s is none", (text) => {
  const issues = new IssueList(10);
  expect(numberCell(issues, text, place)).toBeNull();
  expect(issues.issues).toMatchObject([{ code: "CELL_NOT_NUMBER", file: "f.csv", row: 4, column: "MW", value: text }]);
});
