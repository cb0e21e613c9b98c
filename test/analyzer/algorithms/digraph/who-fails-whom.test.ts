import { expect, it } from "vitest";
import { whoFailsWhom } from "../../../../analyzer/algorithms/digraph/who-fails-whom.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

it("whoFailsWhom leads from provider to dependent and along connections, each step once", () => {
  const { start, successor } = whoFailsWhom(
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
  expect([...start]).toEqual([0, 1, 2, 4, 4]);
  expect([...successor]).toEqual([1, 2, 1, 3]);
});
