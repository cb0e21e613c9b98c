import { describe, expect, it } from "vitest";
import { parseOverlay } from "../../../datasets/formats/index.ts";
import type { DependencyRow, Neighbours } from "../../../ui/data/api-types.ts";
import {
  addConnectionOverlay,
  addDependencyOverlay,
  removeAssetOverlay,
  removeConnectionOverlay,
  removeDependencyOverlay,
} from "../../../ui/edit/edit-overlay.ts";
import { removalText } from "../../../ui/edit/removal-text.ts";

const base = { id: "d", title: "D", version: "1", licence: "CC0-1.0", sources: [] } as never;
const loop: DependencyRow = { id: "A>A", provider: "A", dependent: "A" };
const supports: DependencyRow = { id: "A>B", provider: "A", dependent: "B" };
const neighbours: Neighbours = {
  assets: [],
  providers: [loop],
  dependents: [loop, supports],
  connections: [{ id: "A-C", a: "A", b: "C", commodity: "gas" }],
};

describe("overlays of the screen", () => {
  it("add a dependency by its columns, as written by hand", () => {
    const overlay = addDependencyOverlay("B", "A", { buffer_hours: " 8 ", group: "", commodity: "gas" });
    const { overlay: read, issues } = parseOverlay(overlay, base);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(read?.add.dependencies).toEqual([
      { id: "A>B", provider: "A", dependent: "B", commodity: "gas", bufferHours: 8, method: "authored" },
    ]);
  });

  it("add and remove a connection", () => {
    const { overlay: read } = parseOverlay(addConnectionOverlay("A", "C", { commodity: "gas", capacity: "40" }), base);
    expect(read?.add.connections).toMatchObject([
      { a: "A", b: "C", commodity: "gas", capacity: 40, method: "authored" },
    ]);
    expect(removeConnectionOverlay("A-C").remove).toEqual({ connections: ["A-C"] });
  });

  it("remove an asset with every row that names it, each once", () => {
    const overlay = removeAssetOverlay("A", neighbours);
    expect(overlay.remove).toEqual({ assets: ["A"], dependencies: ["A>A", "A>B"], connections: ["A-C"] });
    expect(removalText(overlay)).toBe("With it go 2 dependencies and 1 connection. It can be undone.");
  });

  it("say so where nothing or one row goes with it", () => {
    const none = { assets: [], providers: [], dependents: [], connections: [] };
    expect(removalText(removeAssetOverlay("A", none))).toContain("connected with nothing");
    const one = removalText(removeAssetOverlay("A", { ...none, providers: [loop] }));
    expect(one).toBe("With it goes 1 dependency. It can be undone.");
    expect(removeDependencyOverlay("A>B").remove).toEqual({ dependencies: ["A>B"] });
  });
});
