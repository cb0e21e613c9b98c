import { expect, it } from "vitest";
import { CountedIssues } from "../../../../datasets/formats/foreign/counted-issues.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

it("tells each cause once, with its first row and how many there are, and nothing twice", () => {
  const issues = new IssueList(10);
  const counted = new CountedIssues(issues);
  const cause = { code: "ROWS_LEFT_OUT", file: "f.csv", text: "Rings are left out" } as const;
  counted.count(cause, 7);
  counted.count({ ...cause, text: "Others are left out" }, 8);
  counted.count(cause, 9);
  counted.count({ ...cause, file: "g.csv" }, 2);
  expect(issues.issues).toEqual([]);
  counted.tell();
  counted.tell();
  expect(issues.issues.map(({ file, row, text }) => [file, row, text])).toEqual([
    ["f.csv", 7, "Rings are left out: 2, the first here."],
    ["f.csv", 8, "Others are left out: 1, the first here."],
    ["g.csv", 2, "Rings are left out: 1, the first here."],
  ]);
});
