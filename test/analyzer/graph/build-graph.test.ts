import { expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build-graph.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

it("buildGraph leads from provider to dependent and along connections, each step once", () => {
  const graph = buildGraph(
    datasetOf({
      assets: ["A", "B", "C", "D"].map((id) => assetRow(id)),
      dependencies: [
        dependencyRow("A", "B", { id: "1" }),
        dependencyRow("A", "B", { id: "2" }),
        dependencyRow("@electricity", "B", { id: "3" }),
        dependencyRow("C", "C", { id: "4" }),
      ],
      connections: [
        connectionRow("B", "C", { id: "5" }),
        connectionRow("C", "B", { id: "6" }),
        connectionRow("C", "D", { id: "7", directed: true }),
      ],
    }),
  );
  expect(graph.nodes()).toEqual(["A", "B", "C", "D"]);
  expect(graph.mapEdges((_edge, _attributes, from, to) => `${from}>${to}`).toSorted()).toEqual([
    "A>B",
    "B>C",
    "C>B",
    "C>D",
  ]);
});
