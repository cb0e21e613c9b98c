import { describe, expect, it } from "vitest";
import { binaryLayout } from "../../../../analyzer/algorithms/closure/binary-layout.ts";
import { compileFailureGroups } from "../../../../analyzer/algorithms/closure/compile-failure-groups.ts";
import { singleClosure } from "../../../support/single-closure.ts";
import type { Asset, Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { compileTerritory } from "../../../../analyzer/system/territory.ts";
import { goldenLoop } from "../../../support/golden.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

/** What is lost with some assets: ids, with a question mark behind where it is a bound. */
function lostWith(ids: readonly string[], dataset: Parameters<typeof compileSystem>[0]): string {
  const system = compileSystem(dataset);
  const { groups, removalOf } = compileFailureGroups(system);
  const layout = binaryLayout(groups, removalOf, compileTerritory(dataset));
  const { nodes, bounds } = singleClosure(
    layout,
    ids.map((id) => layout.removalOf[system.assetIds.indexOf(id)]!),
  );
  const lost = system.assetIds.filter((_, asset) => nodes.includes(layout.nodeOf[asset]!));
  return lost.join(" ") + (bounds ? "?" : "");
}

const assets = ["A", "B", "C", "D"].map((id) => assetRow(id));
/** D needs a group of A, B and C. */
const group = (more: Partial<Dependency>, shares: readonly number[] = [1, 1, 1]) =>
  datasetOf({
    assets,
    dependencies: ["A", "B", "C"].map((id, index) =>
      dependencyRow(id, "D", { group: "g", share: shares[index]!, ...more }),
    ),
  });

describe("compileFailureGroups", () => {
  it("breaks a threshold when too little is left", () => {
    const twoOfThree = group({ rule: "threshold", need: 2 });
    expect(lostWith(["A"], twoOfThree)).toBe("A");
    expect(lostWith(["A", "C"], twoOfThree)).toBe("A C D");
    const unequal = group({ rule: "threshold", need: 3 }, [3, 1, 2]);
    expect(lostWith(["A"], unequal)).toBe("A");
    expect(lostWith(["B", "C"], unequal)).toBe("B C");
    expect(lostWith(["A", "B"], unequal)).toBe("A B D");
  });

  it("takes a proportional group as all or nothing only where any provider is enough", () => {
    expect(lostWith(["A", "B"], group({}))).toBe("A B");
    expect(lostWith(["A", "B", "C"], group({}))).toBe("A B C D");
    expect(lostWith(["A"], group({ need: 2 }))).toBe("A");
    expect(lostWith(["A", "B"], group({ need: 2 }))).toBe("A B D?");
    expect(lostWith(["A"], group({ need: 3 }))).toBe("A D?");
  });

  it("bounds a loss in part and leaves out a loss of nothing and a buffer without end", () => {
    const all = ["A", "B", "C"];
    expect(lostWith(all, group({ loss: 0.5 }))).toBe("A B C D?");
    expect(lostWith(all, group({ loss: 0 }))).toBe("A B C");
    expect(lostWith(all, group({ bufferHours: Number.POSITIVE_INFINITY }))).toBe("A B C");
    expect(lostWith(all, group({ bufferHours: 72, lagHours: 3 }))).toBe("A B C D");
    expect(lostWith(["A", "B"], group({ lagHours: Number.POSITIVE_INFINITY }))).toBe("A B");
  });

  it("adds up what one provider gives in several rows", () => {
    const rows = ["first", "second"].map((id) => dependencyRow("A", "D", { id, group: "g", need: 2 }));
    const dataset = datasetOf({ assets, dependencies: [...rows, dependencyRow("B", "D", { group: "g", share: 2 })] });
    expect(lostWith(["A"], dataset)).toBe("A");
    expect(lostWith(["A", "B"], dataset)).toBe("A B D");
  });

  it("lets an asset with black start run without its own loop", () => {
    const [withOut, withBlackStart] = [goldenLoop(false), goldenLoop(true)];
    const first = (dataset: { readonly assets: readonly Asset[] }) =>
      dataset.assets.find((asset) => asset.kind === "telecom exchange")?.id ?? "";
    expect(lostWith([first(withOut)], withOut).length).toBeGreaterThanOrEqual(
      lostWith([first(withBlackStart)], withBlackStart).length,
    );
  });
});
