import { describe, expect, it } from "vitest";
import { applyOverlay, datasetHash, type Overlay } from "../../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const base = datasetOf({
  assets: [assetRow("A", { restartHours: 2 }), assetRow("B"), assetRow("X", { peopleServed: 10 })],
  dependencies: [dependencyRow("A", "X", { id: "d1", bufferHours: 4 }), dependencyRow("B", "X", { id: "d2" })],
  connections: [connectionRow("A", "B", { id: "c1" })],
});

const nothing = { assets: [], dependencies: [], connections: [] };

function overlay(parts: Partial<Overlay>): Overlay {
  return { id: "o", title: "O", add: nothing, remove: nothing, change: [], ...parts };
}

const issuesOf = (parts: Partial<Overlay>) =>
  applyOverlay(base, overlay(parts)).issues.map(({ code, column, value }) => `${code} ${column} ${value}`);

describe("applyOverlay", () => {
  it("adds to each list and keeps the canonical order", () => {
    const { dataset, issues } = applyOverlay(
      base,
      overlay({
        add: {
          assets: [assetRow("AA"), assetRow("0")],
          dependencies: [dependencyRow("AA", "B", { id: "d0" })],
          connections: [connectionRow("AA", "B", { id: "c0" })],
        },
      }),
    );
    expect(issues).toEqual([]);
    expect(dataset.assets.map(({ id }) => id)).toEqual(["0", "A", "AA", "B", "X"]);
    expect(dataset.dependencies.map(({ id }) => id)).toEqual(["d0", "d1", "d2"]);
    expect(dataset.connections.map(({ id }) => id)).toEqual(["c0", "c1"]);
    expect(dataset.description).toBe(base.description);
  });

  it("changes single properties wherever the row is; null takes one away", () => {
    const { dataset, issues } = applyOverlay(
      base,
      overlay({
        change: [
          { id: "X", peopleServed: null, restartHours: 0 },
          { id: "d1", bufferHours: 8 },
          { id: "c1", directed: true },
        ],
      }),
    );
    expect(issues).toEqual([]);
    expect(dataset.assets[2]).toEqual({ ...assetRow("X"), restartHours: 0 });
    expect(dataset.assets[2]).not.toHaveProperty("peopleServed");
    expect(dataset.dependencies[0]).toEqual(dependencyRow("A", "X", { id: "d1", bufferHours: 8 }));
    expect(dataset.connections[0]).toEqual(connectionRow("A", "B", { id: "c1", directed: true }));
  });

  it("changes single own columns, and keeps no empty set of them", () => {
    const own = {
      ...base,
      assets: base.assets.map((row) => (row.id === "A" ? { ...row, extra: { x_a: "1", x_b: "2" } } : row)),
    };
    const changed = (extra: object) => {
      return applyOverlay(own, overlay({ change: [{ id: "A", extra }] })).dataset.assets.find(({ id }) => id === "A");
    };
    expect(changed({ x_b: "3", x_c: "4" })?.extra).toEqual({ x_a: "1", x_b: "3", x_c: "4" });
    expect(changed({ x_a: null })?.extra).toEqual({ x_b: "2" });
    expect(changed({ x_a: null, x_b: null })).not.toHaveProperty("extra");
    const { dataset } = applyOverlay(base, overlay({ change: [{ id: "A", restartHours: 1 }] }));
    expect(dataset.assets.find(({ id }) => id === "A")).not.toHaveProperty("extra");
  });

  it("removes from the list that is named, references being for the check", () => {
    const { dataset, issues } = applyOverlay(base, overlay({ remove: { ...nothing, assets: ["A"] } }));
    expect(issues).toEqual([]);
    expect(dataset.assets.map(({ id }) => id)).toEqual(["B", "X"]);
    expect(dataset.dependencies).toEqual(base.dependencies);
  });

  it("replaces a row that is removed and added, and gives the same data back for the same row", () => {
    const longer = dependencyRow("A", "X", { id: "d1", bufferHours: 9 });
    const swap = (row: typeof longer) =>
      applyOverlay(
        base,
        overlay({ remove: { ...nothing, dependencies: ["d1"] }, add: { ...nothing, dependencies: [row] } }),
      );
    expect(swap(longer).issues).toEqual([]);
    expect(swap(longer).dataset.dependencies[0]).toEqual(longer);
    expect(datasetHash(swap(dependencyRow("A", "X", { id: "d1", bufferHours: 4 })).dataset)).toBe(datasetHash(base));
  });

  it("names an id that leads nowhere, also one that was removed just before or stands in another list", () => {
    expect(issuesOf({ remove: { ...nothing, assets: ["gone"], connections: ["d1"] } })).toEqual([
      "OVERLAY_UNKNOWN_ID remove.assets gone",
      "OVERLAY_UNKNOWN_ID remove.connections d1",
    ]);
    expect(issuesOf({ change: [{ id: "gone" }] })).toEqual(["OVERLAY_UNKNOWN_ID change gone"]);
    expect(issuesOf({ remove: { ...nothing, assets: ["B"] }, change: [{ id: "B" }] })).toEqual([
      "OVERLAY_UNKNOWN_ID change B",
    ]);
  });

  it("names an id that is there already, in the dataset or twice in the overlay", () => {
    expect(issuesOf({ add: { ...nothing, assets: [assetRow("A"), assetRow("N"), assetRow("N")] } })).toEqual([
      "OVERLAY_DUPLICATE_ID add.assets A",
      "OVERLAY_DUPLICATE_ID add.assets N",
    ]);
    // Ids need only be unique within their list.
    expect(issuesOf({ add: { ...nothing, assets: [assetRow("d1")] } })).toEqual([]);
  });

  it("does not guess which row an id of two lists means", () => {
    const shared = datasetOf({ ...base, dependencies: [dependencyRow("A", "X", { id: "A" })] });
    const { dataset, issues } = applyOverlay(shared, overlay({ change: [{ id: "A", restartHours: 9 }] }));
    expect(issues).toMatchObject([{ severity: "error", code: "OVERLAY_AMBIGUOUS_ID", value: "A" }]);
    expect(issues[0]?.text).toContain("assets and of dependencies");
    expect(dataset.assets).toEqual(shared.assets);
  });

  it("does not touch the dataset", () => {
    const before = structuredClone(base);
    applyOverlay(
      base,
      overlay({
        add: { ...nothing, assets: [assetRow("N")] },
        remove: { ...nothing, dependencies: ["d2"] },
        change: [{ id: "A", restartHours: null }],
      }),
    );
    expect(base).toEqual(before);
  });
});
