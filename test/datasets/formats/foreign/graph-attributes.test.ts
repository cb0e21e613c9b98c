import { expect, it } from "vitest";
import { CountedIssues } from "../../../../datasets/formats/foreign/counted-issues.ts";
import { DeclaredAttributes, GraphItem } from "../../../../datasets/formats/foreign/graph-attributes.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

function item() {
  const issues = new IssueList(10);
  const counted = new CountedIssues(issues);
  return {
    item: new GraphItem(3, "g.xml", counted),
    told: () => {
      counted.tell();
      return issues.issues.map(({ code, column, row }) => [code, column, row]);
    },
  };
}

it("declared attributes are known by domain and id, with what usually holds", () => {
  const declared = new DeclaredAttributes();
  declared.add({ id: "d0", name: "mw", domains: ["node", "edge"], type: "double", usual: "5" });
  declared.add({ id: "d0", name: "title", domains: ["graph"], type: "string", usual: null });
  expect(declared.get("node", "d0")).toMatchObject({ name: "mw", type: "double" });
  expect(declared.get("graph", "d0")).toMatchObject({ name: "title" });
  expect(declared.get("node", "__proto__")).toEqual({ name: "__proto__", type: "string" });
  expect([...declared.usual("edge")]).toEqual([["mw", "5"]]);
  expect([...declared.usual("graph")]).toEqual([]);
});

it("an item keeps the first of two values, takes NaN for unknown, and tells both", () => {
  const { item: node, told } = item();
  node.state({ name: "mw", type: "double" }, "NaN", 4);
  node.state({ name: "kind", type: "string" }, "NaN", 5);
  node.state({ name: "kind", type: "string" }, "other", 6);
  expect(node.has("mw")).toBe(true);
  expect(
    node.attributes(
      new Map([
        ["mw", "9"],
        ["unit", "MW"],
      ]),
      null,
    ),
  ).toEqual({ mw: "", kind: "NaN", unit: "MW" });
  expect(told()).toEqual([
    ["VALUE_REPAIRED", "mw", 4],
    ["ATTRIBUTE_REPEATED", "kind", 6],
  ]);
});

it("an attribute called id is told apart from the id, unless it is the same", () => {
  const { item: other } = item();
  other.state({ name: "id", type: "string" }, "x", 4);
  expect(other.attributes(new Map(), "n1")).toEqual({ stated_id: "x" });
  expect(other.attributes(new Map(), "x")).toEqual({});
  expect(other.attributes(new Map(), null)).toEqual({ id: "x" });
});
