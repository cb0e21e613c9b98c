import { describe, expect, it } from "vitest";
import { ownLoopMembers, supplyGraph } from "../../../../analyzer/algorithms/cascade/own-loop.ts";
import type { Asset, Connection, Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";

/** The members that count as satisfied, as `group of asset`. */
function satisfied(assets: Asset[], dependencies: Dependency[], connections: Connection[] = []): string[] {
  const system = compileSystem(datasetOf({ assets, dependencies, connections }));
  return [...ownLoopMembers(system)].flatMap((mark, member) => {
    const group = system.memberGroup[member]!;
    return mark === 0 ? [] : [`${system.groupNames[group]} of ${system.assetIds[system.groupAsset[group]!]}`];
  });
}

const starter = (id: string, more: Partial<Asset> = {}) => assetRow(id, { blackStart: true, ...more });

describe("ownLoopMembers", () => {
  const ring = [dependencyRow("A", "B"), dependencyRow("B", "C"), dependencyRow("C", "A")];

  it("are what a black-start asset takes from its own loop, not what others take and not what comes from outside", () => {
    const rows = [...ring, dependencyRow("K", "A"), dependencyRow("A", "X")];
    const assets = ["B", "C", "K"].map((id) => assetRow(id));
    expect(satisfied([starter("A"), ...assets, starter("X")], rows)).toEqual(["C>A of A"]);
  });

  it("are none without a black start, and none in a chain", () => {
    expect(
      satisfied(
        ["A", "B", "C"].map((id) => assetRow(id)),
        ring,
      ),
    ).toEqual([]);
    expect(satisfied([starter("A"), starter("B"), starter("C")], ring.slice(0, 2))).toEqual([]);
  });

  it("see a loop that closes over a network, but never count the network itself as satisfied", () => {
    const assets = [starter("G", { produces: [{ commodity: "electricity" }] }), starter("N"), starter("T")];
    const rows = [dependencyRow("N", "T"), dependencyRow("T", "G")];
    expect(satisfied(assets, rows, [connectionRow("G", "N")])).toEqual(["T>G of G", "N>T of T"]);
  });

  it("do not run through a network from an asset that only takes from it", () => {
    const assets = [plantRow("G"), starter("M"), starter("N")];
    const lines = [connectionRow("G", "M"), connectionRow("G", "N")];
    expect(satisfied(assets, [dependencyRow("M", "N")], lines)).toEqual([]);
  });
});

describe("supplyGraph", () => {
  it("leads from provider to dependent and over one node per network, over the assets that are kept", () => {
    const system = compileSystem(
      datasetOf({
        assets: [plantRow("G"), assetRow("N"), assetRow("T")],
        dependencies: [dependencyRow("N", "T"), dependencyRow("T", "N")],
        connections: [connectionRow("G", "N")],
      }),
    );
    const arcs = (kept: (asset: number) => boolean) => {
      const [start, successor] = supplyGraph(system, kept);
      return Array.from(start.subarray(1), (end, node) => [...successor.subarray(start[node], end)]);
    };
    expect(arcs(() => true)).toEqual([[3], [2], [1], [1]]);
    expect(arcs((asset) => asset !== 1)).toEqual([[3], [], [], []]);
    expect(arcs((asset) => asset !== 0)).toEqual([[], [2], [1], [1]]);
  });
});
