import { describe, expect, it } from "vitest";
import { neo4jColumns, neo4jProperties } from "../../../../datasets/formats/foreign/neo4j-columns.ts";
import { IssueList } from "../../../../datasets/formats/issue-list.ts";

describe("a header", () => {
  it("says name, type, array and space of each column", () => {
    const columns = neo4jColumns("f", [
      "id:ID(Plant)",
      "mw:double",
      "tags:string[]",
      "name",
      ":LABEL",
      "at:point{crs:WGS-84}",
    ]);
    expect(columns.map(({ name, type, isArray, space }) => [name, type, isArray, space])).toEqual([
      ["id", "id", false, "Plant"],
      ["mw", "double", false, ""],
      ["tags", "string", true, ""],
      ["name", "string", false, ""],
      ["", "label", false, ""],
      ["at", "point", false, ""],
    ]);
  });

  it.each([
    [["a:int", "a:string"]],
    [["x:ID", "y:ID"]],
    [[":START_ID(A)", ":START_ID(B)"]],
    [["__proto__", "__proto__"]],
  ])("with two of one is refused: %j", (header) => {
    expect(() => neo4jColumns("f", header)).toThrow(
      expect.objectContaining({ issue: expect.objectContaining({ code: "HEADER_REPEATED", row: 1 }) }),
    );
  });

  it("may have many columns to ignore", () => {
    expect(neo4jColumns("f", ["a:IGNORE", "a:IGNORE", "a"])).toHaveLength(3);
  });
});

describe("a row", () => {
  const columns = neo4jColumns("f", ["id:ID", "mw:double", "tags:string[]", "on:boolean", "at:point", "x:IGNORE"]);
  const read = (cells: Readonly<Record<string, string>>) => {
    const issues = new IssueList(10);
    const properties = neo4jProperties(issues, columns, { file: "f", row: 5, cells });
    return { properties, told: issues.issues.map(({ code, row, column }) => [code, row, column]) };
  };

  it("has values of their types, arrays with bars, points as two numbers", () => {
    const cells = { "mw:double": "4.5", "tags:string[]": "a;b", "on:boolean": "TRUE", "x:IGNORE": "?" };
    expect(read({ ...cells, "at:point": "{longitude: 13.4, latitude: 52.5}" })).toEqual({
      properties: { mw: 4.5, tags: "a|b", on: "true", lon: 13.4, lat: 52.5 },
      told: [],
    });
    expect(read({ "at:point": "{x: -1e1, y: 5}" }).properties).toEqual({ lon: -10, lat: 5 });
    expect(read({}).properties).toEqual({});
  });

  it("tells a number or point that is none", () => {
    expect(read({ "mw:double": "4,5", "at:point": "here" }).told).toEqual([
      ["CELL_NOT_NUMBER", 5, "mw:double"],
      ["LITERAL_MALFORMED", 5, "at:point"],
    ]);
  });
});
