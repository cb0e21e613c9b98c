import { expect, it } from "vitest";
import { datasetChange, type Overlay } from "../../../analyzer/index.ts";
import { rowsOfChange, sharedRows } from "../../../api/history/touched-rows.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const before = datasetOf({
  assets: [assetRow("A"), assetRow("B"), assetRow("C")],
  dependencies: [dependencyRow("A", "B")],
  connections: [connectionRow("A", "B")],
});
const after = datasetOf({
  assets: [assetRow("A", { name: "other" }), assetRow("B"), assetRow("D")],
  dependencies: [],
  connections: [connectionRow("A", "B")],
});
const touched = rowsOfChange(datasetChange(before, after));

it("a change touches the rows that it adds, removes or alters", () => {
  expect(touched).toEqual({ assets: ["A", "C", "D"], dependencies: ["A>B"], connections: [] });
});

it("an overlay shares those that it touches as well", () => {
  const overlay: Overlay = {
    id: "o",
    title: "O",
    add: { assets: [assetRow("D"), assetRow("E")], dependencies: [], connections: [] },
    remove: { assets: ["B"], dependencies: ["A>B"], connections: ["A-B"] },
    change: [{ id: "A", name: "third" }],
  };
  expect(sharedRows(touched, overlay)).toEqual({ assets: ["A", "D"], dependencies: ["A>B"], connections: [] });
});
