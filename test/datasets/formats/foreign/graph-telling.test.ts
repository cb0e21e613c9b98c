import { expect, it } from "vitest";
import { GraphTelling } from "../../../../datasets/formats/foreign/graph-telling.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

it("tells what is required at once, and what is left out once with a count", () => {
  const issues = new IssueList(10);
  const telling = new GraphTelling(issues, "g.xml", "GEXF");
  expect(telling.require(4, "edge", "source")).toBeNull();
  expect([telling.leaveOut(5, "Rings are left out"), telling.leaveOut(6, "Rings are left out")]).toEqual([
    false,
    false,
  ]);
  expect(telling.pass(7, "Colours are not read")).toBe(false);
  telling.repair(8, "Ids are told apart");
  telling.counted.tell();
  expect(issues.issues.map(({ code, row, text }) => [code, row, text])).toEqual([
    ["FIELD_MISSING", 4, "The edge has no source."],
    ["ROWS_LEFT_OUT", 5, "Rings are left out: 2, the first here."],
    ["PART_NOT_READ", 7, "Colours are not read: 1, the first here."],
    ["VALUE_REPAIRED", 8, "Ids are told apart: 1, the first here."],
  ]);
  expect(() => telling.refuse(1, "it is a poem")).toThrow(
    expect.objectContaining({ issue: expect.objectContaining({ code: "FILE_KIND_UNKNOWN", row: 1 }) }),
  );
});
