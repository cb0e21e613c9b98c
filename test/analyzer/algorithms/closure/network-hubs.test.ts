import { describe, expect, it } from "vitest";
import { networkHubs } from "../../../../analyzer/algorithms/closure/network-hubs.ts";
import type { Asset, Dataset } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { goldenNetwork } from "../../../support/golden.ts";
import { assetRow, datasetOf, description } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { lines } from "../islands/one-network.ts";

/** Hubs and branches of a dataset, in ids. */
function hubsOf(dataset: Dataset) {
  const system = compileSystem(dataset);
  const idOf = (asset: number) => system.assetIds[asset] ?? "";
  const { hubs, branches, branchOfMember } = networkHubs(system);
  const takers = (branch: number) =>
    system.assetIds.filter((_, asset) =>
      branchOfMember.some(
        (found, member) => found === branch && system.groupAsset[system.memberGroup[member]!] === asset,
      ),
    );
  return {
    hubs: hubs.map(({ producers, cutBy, disturbedBy, ...hub }) => ({
      ...hub,
      producers: producers.map(idOf),
      cutBy: cutBy.map(idOf),
      disturbedBy: disturbedBy.map(idOf),
    })),
    branches: branches.map(({ cutBy, ...branch }, position) => ({
      ...branch,
      cutBy: idOf(cutBy),
      takers: takers(position),
    })),
  };
}

const network = (assets: readonly Asset[], text: string, more: Partial<Dataset> = {}) =>
  datasetOf({ assets, connections: lines(text), ...more });

describe("networkHubs", () => {
  it("needs of the producers what they give together, up to the demand", () => {
    const scarce = network([plantRow("G", 30), plantRow("P", 20), cityRow("C", 80)], "G-P P-C G-C");
    expect(hubsOf(scarce).hubs).toMatchObject([{ producers: ["G", "P"], amounts: [30, 20], bar: 50, isTotal: false }]);
    const ample = network([plantRow("G", 30), plantRow("P", 20), cityRow("C", 15)], "G-P P-C G-C");
    expect(hubsOf(ample).hubs).toMatchObject([{ amounts: [30, 20], bar: 15, isTotal: true }]);
  });

  it("takes any producer as enough where there is no demand or an amount is unknown", () => {
    const idle = network([plantRow("G", 30), plantRow("P", 20), assetRow("S")], "G-P P-S G-S");
    expect(hubsOf(idle).hubs).toMatchObject([{ amounts: [1, 1], bar: 1, isTotal: true, disturbedBy: [] }]);
    const unknown = network([plantRow("G"), plantRow("P", 20), cityRow("C", 80)], "G-P P-C G-C");
    expect(hubsOf(unknown).hubs).toMatchObject([{ bar: 1, isTotal: true, disturbedBy: ["G"] }]);
  });

  it("takes every producer as needed in a directed network and by zones", () => {
    const directed = network([plantRow("G", 30), plantRow("P", 20), cityRow("C", 15)], "G>C P>C G-P");
    expect(hubsOf(directed).hubs).toMatchObject([{ amounts: [1, 1], bar: 2, isTotal: false, disturbedBy: ["G", "P"] }]);
    const zones = { ...description, networks: { electricity: { balance: "zones" as const } } };
    const zoned = network([plantRow("G", 30), plantRow("P", 20), cityRow("C", 15)], "G-C P-C", { description: zones });
    expect(hubsOf(zoned).hubs).toMatchObject([{ bar: 2, disturbedBy: ["C", "G", "P"] }]);
    expect(hubsOf(zoned).branches).toEqual([]);
  });

  it("knows the branches that a removal cuts off, one within the other", () => {
    const assets = [plantRow("G", 100), plantRow("P", 100), ...["F", "K", "L", "M", "N"].map((id) => cityRow(id, 10))];
    const { hubs, branches } = hubsOf(network(assets, "G-K G-P P-K G-F F-P K-L L-M L-N"));
    expect(hubs[0]?.disturbedBy).toEqual([]);
    expect(hubs[0]?.cutBy).toEqual(["K", "L"]);
    expect(branches.map(({ cutBy, takers, within }) => [cutBy, takers, within])).toEqual([
      ["K", ["L"], -1],
      ["L", ["M"], 0],
      ["L", ["N"], 0],
    ]);
  });

  it("knows the producers that hang on a branch", () => {
    const assets = [plantRow("G", 100), plantRow("P", 100), assetRow("S"), cityRow("C", 10), cityRow("D", 10)];
    const { hubs, branches } = hubsOf(network(assets, "G-S S-C C-D D-S P-D"));
    expect(branches.map(({ cutBy }) => cutBy).sort()).toEqual(["D", "S"]);
    expect(hubs[0]?.branches.every((branch) => branch >= 0)).toBe(true);
    expect(hubs[0]?.disturbedBy).toEqual([]);
  });

  it("takes a removal that leaves producers and takers on both sides as disturbing", () => {
    expect(hubsOf(goldenNetwork).hubs[0]?.disturbedBy).toEqual(["N2"]);
  });

  it("leaves out islands without a producer, and what nobody takes from", () => {
    const fedFromOutside = network([plantRow("G", 10), cityRow("C", 10), cityRow("D", 10)], "C-D G-C");
    expect(hubsOf(fedFromOutside).hubs).toHaveLength(1);
    expect(hubsOf(network([plantRow("G", 10), plantRow("P", 10)], "G-P")).hubs).toEqual([]);
    const apart = network([plantRow("G", 10), cityRow("C", 10), cityRow("D", 10), cityRow("E", 1)], "G-C D-E");
    expect(hubsOf(apart).hubs).toHaveLength(1);
  });
});
