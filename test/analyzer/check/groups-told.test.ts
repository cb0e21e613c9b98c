import { expect, it } from "vitest";
import { inOrderOfRows } from "../../../analyzer/check/groups-told.ts";
import { dependencyGroups } from "../../../analyzer/model/dependency-groups.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

it("tells of groups in the order of their first rows", () => {
  const groups = dependencyGroups(
    datasetOf({
      assets: [assetRow("A"), assetRow("B")],
      dependencies: [
        dependencyRow("A", "B", { id: "1", group: "z" }),
        dependencyRow("B", "A", { id: "2" }),
        dependencyRow("A", "B", { id: "3", group: "a" }),
      ],
    }),
  );
  expect([...groups.rows]).toEqual([1, 2, 0]);
  expect(inOrderOfRows(groups, [0, 1, 2])).toEqual([2, 0, 1]);
});
