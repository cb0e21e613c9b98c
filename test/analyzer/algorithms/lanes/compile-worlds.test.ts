import { describe, expect, it } from "vitest";
import { compileWorlds } from "../../../../analyzer/algorithms/lanes/compile-worlds.ts";
import { possibleLosses } from "../../../../analyzer/algorithms/lanes/possible-losses.ts";
import type { Asset, Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

function compiled(assets: readonly Asset[], dependencies: readonly Dependency[], shocked: readonly number[]) {
  const system = compileSystem(datasetOf({ assets, dependencies }));
  const question = {
    system,
    shocked: Int32Array.from(shocked),
    shockLikelihood: new Float64Array(shocked.length).fill(0.5),
    shockKey: new Uint32Array(2 * shocked.length),
    memberLikelihood: new Float64Array(system.memberGroup.length).fill(0.5),
    memberKey: Uint32Array.from({ length: 2 * system.memberGroup.length }, (_, word) => word),
  };
  return compileWorlds(question, possibleLosses(question));
}

const assets = ["A", "B", "C", "D", "E"].map((id) => assetRow(id));
const threeOfFour = (provider: string, more: Partial<Dependency> = {}) =>
  dependencyRow(provider, "E", { group: "g", rule: "threshold", need: 3, ...more });

describe("compileWorlds", () => {
  it("puts every provider before its dependents and leaves out what cannot be lost", () => {
    const worlds = compiled(
      assets,
      [dependencyRow("C", "B"), dependencyRow("B", "A"), dependencyRow("C", "A"), dependencyRow("E", "D")],
      [2],
    );
    expect([...worlds.nodeAsset]).toEqual([2, 1, 0]);
    expect([...worlds.edgeNode]).toEqual([2, 1, 2]);
    expect([...worlds.edgeGroup]).toEqual([-1, -1, -1]);
    expect([...worlds.edgeKey].length).toBe(6);
  });

  it("starts the count of a group so that the breaking loss carries out", () => {
    // Three of four are needed: two losses break it. One plane that starts at 2 - 2 = 0.
    const two = compiled(
      assets,
      ["A", "B", "C", "D"].map((id) => threeOfFour(id)),
      [0, 1, 2, 3],
    );
    expect([...two.planePreset]).toEqual([0]);
    expect([...two.edgeGroup]).toEqual([0, 0, 0, 0]);
    // Two of four: three losses. Two planes that start at 4 - 3 = 1.
    const three = compiled(
      assets,
      ["A", "B", "C", "D"].map((id) => threeOfFour(id, { need: 2 })),
      [0, 1, 2, 3],
    );
    expect([...three.planePreset]).toEqual([1, 0]);
  });

  it("lets a large share break its group alone", () => {
    const rows = [threeOfFour("A", { share: 3 }), threeOfFour("B"), threeOfFour("C")];
    // 5 in all, 3 needed: without A 2 is left; without B and C 3 is.
    const worlds = compiled(assets, rows, [0, 1, 2]);
    expect([...worlds.edgeGroup]).toEqual([-1]);
  });

  it("walks down a chain of 100,000 without recursion", () => {
    const count = 100_000;
    const ids = Array.from({ length: count }, (_, number) => `A${String(number).padStart(7, "0")}`);
    const chain = ids.slice(1).map((id, number) => dependencyRow(ids[number]!, id));
    const worlds = compiled(
      ids.map((id) => assetRow(id)),
      chain,
      [0],
    );
    expect([worlds.nodeAsset.length, worlds.nodeAsset[count - 1]]).toEqual([count, count - 1]);
  });
});
