import { describe, expect, it } from "vitest";
import { datasetDifference } from "../../../api/history/dataset-difference.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow, description } from "../../support/rows.ts";

const a = assetRow("A", { restartHours: 2, extra: { x_note: "old", x_kept: "same" } });
const b = assetRow("B", { states: [{ state: "XB", share: 1 }] });
const c = assetRow("C", { sector: "water", kind: "waterworks" });
const before = datasetOf({
  assets: [a, b, c],
  dependencies: [dependencyRow("A", "B"), dependencyRow("A", "C", { bufferHours: 4 })],
  connections: [connectionRow("A", "B")],
});

describe("the difference of two revisions", () => {
  it("names rows that came and went, and of those that changed what changed", () => {
    const moved = assetRow("A", {
      states: [{ state: "XC", share: 1 }],
      capacity: 5,
      extra: { x_note: "new", x_kept: "same" },
    });
    const after = datasetOf({
      description: { ...description, title: "Later", currency: "EUR" },
      assets: [moved, b, assetRow("D")],
      dependencies: [dependencyRow("A", "B", { bufferHours: 1 }), dependencyRow("A", "D")],
      connections: [],
    });
    const difference = datasetDifference(before, after);
    expect(difference.description).toEqual([
      { name: "currency", before: null, after: "EUR" },
      { name: "title", before: "Test", after: "Later" },
    ]);
    expect(difference.assets).toEqual({
      added: [assetRow("D")],
      removed: [c],
      changed: [
        {
          id: "A",
          attributes: [
            { name: "capacity", before: null, after: 5 },
            { name: "restartHours", before: 2, after: null },
            { name: "states", before: [{ state: "XA", share: 1 }], after: [{ state: "XC", share: 1 }] },
            { name: "x_note", before: "old", after: "new" },
          ],
        },
      ],
    });
    expect(difference.dependencies).toEqual({
      added: [dependencyRow("A", "D")],
      removed: [dependencyRow("A", "C", { bufferHours: 4 })],
      changed: [{ id: "A>B", attributes: [{ name: "bufferHours", before: null, after: 1 }] }],
    });
    expect(difference.connections).toEqual({ added: [], removed: [connectionRow("A", "B")], changed: [] });
  });

  it("of a dataset and itself is empty", () => {
    const none = { added: [], removed: [], changed: [] };
    expect(datasetDifference(before, structuredClone(before))).toMatchObject({
      description: [],
      assets: none,
      dependencies: none,
      connections: none,
      sectors: [],
      states: [],
    });
  });

  it("does not take the order of keys for a change", () => {
    const turned = Object.fromEntries(Object.entries(a).toReversed()) as unknown as typeof a;
    expect(datasetDifference(before, datasetOf({ ...before, assets: [turned, b, c] })).assets.changed).toEqual([]);
  });
});
