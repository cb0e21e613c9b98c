import { expect, it } from "vitest";
import { structure } from "../../../analyzer/measures/structure.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

it("structure lists every asset, highest betweenness first, ties by id, whatever rows repeat", () => {
  const dataset = datasetOf({
    assets: ["A", "B", "C", "D", "E"].map((id) => assetRow(id)),
    dependencies: [
      dependencyRow("D", "C", { id: "1" }),
      dependencyRow("C", "B", { id: "2" }),
      dependencyRow("C", "B", { id: "3", group: "spare" }),
      dependencyRow("B", "A", { id: "4" }),
    ],
    connections: [connectionRow("C", "B", { directed: true })],
  });
  const { kind, rows } = structure(dataset);
  expect(kind).toBe("structure");
  expect(rows.map(({ id, degree, betweenness }) => [id, degree, betweenness])).toEqual([
    ["B", 2, 2],
    ["C", 2, 2],
    ["A", 1, 0],
    ["D", 1, 0],
    ["E", 0, 0],
  ]);
  expect(rows.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 8);
});
