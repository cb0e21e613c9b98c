import { expect, it } from "vitest";
import { datasetChange } from "../../../analyzer/index.ts";
import { tallyChange } from "../../../api/history/change-tally.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const none = { added: 0, removed: 0, changed: 0 };
const inState = (state: string) => ({ states: [{ state, share: 1 }] });

it("counts rows per table, and in each sector and State of the assets they are about", () => {
  const before = datasetOf({
    assets: [assetRow("A"), assetRow("B", inState("XB")), assetRow("W", { sector: "water", kind: "waterworks" })],
    dependencies: [dependencyRow("A", "W")],
    connections: [connectionRow("A", "B")],
  });
  const after = datasetOf({
    assets: [assetRow("A", inState("XC")), assetRow("B", inState("XB")), assetRow("N")],
    dependencies: [dependencyRow("A", "N"), dependencyRow("A", "B")],
    connections: [connectionRow("A", "B", { capacity: 7 })],
  });
  const tally = tallyChange(before, after, datasetChange(before, after));
  expect(tally).toEqual({
    counts: {
      assets: { added: 1, removed: 1, changed: 1 },
      dependencies: { added: 2, removed: 1, changed: 0 },
      connections: { added: 0, removed: 0, changed: 1 },
    },
    sectors: [
      {
        sector: "energy",
        assets: { added: 1, removed: 0, changed: 1 },
        dependencies: { added: 2, removed: 0, changed: 0 },
        connections: { added: 0, removed: 0, changed: 1 },
      },
      {
        sector: "water",
        assets: { added: 0, removed: 1, changed: 0 },
        dependencies: { added: 0, removed: 1, changed: 0 },
        connections: none,
      },
    ],
    states: [
      {
        state: "XA",
        assets: { added: 1, removed: 1, changed: 1 },
        dependencies: { added: 1, removed: 1, changed: 0 },
        connections: { added: 0, removed: 0, changed: 1 },
      },
      {
        state: "XB",
        assets: none,
        dependencies: { added: 1, removed: 0, changed: 0 },
        connections: { added: 0, removed: 0, changed: 1 },
      },
      {
        state: "XC",
        assets: { added: 0, removed: 0, changed: 1 },
        dependencies: none,
        connections: { added: 0, removed: 0, changed: 1 },
      },
    ],
  });
});
