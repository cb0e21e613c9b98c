import { describe, expect, it } from "vitest";
import { gainsShrink } from "../../../../analyzer/algorithms/sets/shrinking-gains.ts";
import type { Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";

const assets = ["A", "B", "C"].map((id) => assetRow(id));

function shrinks(...dependencies: readonly Dependency[]): boolean {
  return gainsShrink(compileSystem(datasetOf({ assets, dependencies })));
}

/** C needs A and B by one group. */
const both = (more: Partial<Dependency>) =>
  ["A", "B"].map((provider) => dependencyRow(provider, "C", { group: "g", ...more }));

describe("gains shrink", () => {
  it("where every loss is total by itself", () => {
    expect(shrinks()).toBe(true);
    expect(shrinks(dependencyRow("A", "B"), dependencyRow("B", "C", { bufferHours: 4, lagHours: 1 }))).toBe(true);
    expect(shrinks(...both({ rule: "threshold", need: 2 }))).toBe(true);
    expect(shrinks(...both({ need: 2, loss: 0 }))).toBe(true);
  });

  it("not where one can stand in for another, or something is left", () => {
    expect(shrinks(...both({ rule: "threshold", need: 1 }))).toBe(false);
    expect(shrinks(...both({ need: 1 }))).toBe(false);
    expect(shrinks(...both({ need: 2 }))).toBe(false);
    expect(shrinks(dependencyRow("A", "B", { loss: 0.5 }))).toBe(false);
  });

  it("not with a network", () => {
    const network = datasetOf({ assets: [plantRow("P", 10), assetRow("S")], connections: [connectionRow("P", "S")] });
    expect(gainsShrink(compileSystem(network))).toBe(false);
  });
});
