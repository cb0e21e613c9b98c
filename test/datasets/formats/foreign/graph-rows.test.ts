import { describe, expect, it } from "vitest";
import { attributesInUse, describedBy, graphOf, tableOf } from "../../../../datasets/formats/foreign/graph-rows.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

describe("a dataset as a graph", () => {
  const graph = graphOf(
    datasetOf({
      assets: [assetRow("a"), assetRow("b", { capacity: 4, unit: "MW" })],
      dependencies: [dependencyRow("a", "b"), dependencyRow("@electricity", "b", { bufferHours: 2 })],
      connections: [connectionRow("a", "b"), connectionRow("b", "a", { id: "way", directed: true })],
    }),
  );

  it("has assets and networks that something depends on as nodes", () => {
    expect(graph.nodes.map(({ id, cells }) => [id, tableOf(cells), cells["name"]])).toEqual([
      ["a", "assets", "a"],
      ["b", "assets", "b"],
      ["@electricity", "assets", "Network of electricity"],
    ]);
    expect(graph.nodes[2]?.cells["table"]).toBe("networks");
  });

  it("has dependencies from provider to dependent and connections as edges, each with a key of its own", () => {
    expect(graph.edges.map(({ from, to, directed, cells }) => [from, to, directed, tableOf(cells)])).toEqual([
      ["@electricity", "b", true, "dependencies"],
      ["a", "b", true, "dependencies"],
      ["a", "b", false, "connections"],
      ["b", "a", true, "connections"],
    ]);
    expect(new Set(graph.edges.map(({ key }) => key)).size).toBe(4);
    expect(graph.edges.every(({ cells }) => !("provider" in cells) && !("a" in cells))).toBe(true);
  });

  it("tells what its attributes hold: text where they differ", () => {
    expect(attributesInUse([{ cells: { x: 1, y: true } }, { cells: { x: "1", z: 2 } }])).toEqual(
      new Map([
        ["x", "string"],
        ["y", "boolean"],
        ["z", "number"],
      ]),
    );
  });

  it("keeps its description", () => {
    expect(describedBy(graph.description)).toMatchObject({ id: "test", licence: "CC0-1.0" });
  });
});

it.each([undefined, 5, "", "{", "[]", "null", '"text"', "{'id': 1}"])("%j describes nothing", (text) => {
  expect(describedBy(text)).toBeNull();
});
