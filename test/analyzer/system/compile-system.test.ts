import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import { compileSystem } from "../../../analyzer/system/compile-system.ts";
import type { System } from "../../../analyzer/system/system.ts";
import { toTicks } from "../../../analyzer/system/ticks.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { cityRow, plantRow } from "../../support/small-dataset.ts";

/** The groups of a system in words: `asset name need+given (provider share, ...)`. */
function groupsOf(system: System): string[] {
  return system.groupNames.map((name, group) => {
    const members = Array.from({ length: system.memberGroup.length }, (_, member) => member)
      .filter((member) => system.memberGroup[member] === group)
      .map((member) => `${providerOf(system, member)} ${system.memberShare[member]}`);
    const asset = system.assetIds[system.groupAsset[group]!];
    return `${asset} ${name} ${system.groupNeed[group]}+${system.groupGiven[group]} (${members.join(", ")})`;
  });
}

function providerOf(system: System, member: number): string {
  const provider = system.memberProvider[member]!;
  return provider >= 0 ? system.assetIds[provider]! : `@${system.networks[-1 - provider]?.commodity}`;
}

const [A, B, X] = [assetRow("A"), assetRow("B"), assetRow("X")];

describe("compileSystem: groups", () => {
  it("orders groups by asset and then by name, members by provider and then row", () => {
    const dataset = datasetOf({
      assets: [A, B, X],
      dependencies: [
        dependencyRow("B", "X", { id: "1", group: "z", share: 0.5 }),
        dependencyRow("A", "X", { id: "2", group: "z", share: 2 }),
        dependencyRow("B", "X", { id: "3", group: "z", share: 0.25 }),
        dependencyRow("A", "X", { id: "4", group: "B" }),
        dependencyRow("A", "X", { id: "a" }),
        dependencyRow("X", "A", { id: "9" }),
      ],
    });
    const system = compileSystem(dataset);
    expect(groupsOf(system)).toEqual([
      "A 9 1+0 (X 1)",
      "X B 1+0 (A 1)",
      "X a 1+0 (A 1)",
      "X z 1+0 (A 2, B 0.5, B 0.25)",
    ]);
    expect([...system.assetGroupStart]).toEqual([0, 1, 1, 4]);
    expect([...system.memberStart]).toEqual([0, 1, 2, 3, 6]);
    expect([...system.memberRow].map((row) => dataset.dependencies[row]?.id)).toEqual(["9", "4", "a", "2", "1", "3"]);
  });

  it("lists by provider what an asset supplies", () => {
    const rows = [dependencyRow("A", "X"), dependencyRow("A", "B"), dependencyRow("B", "X")];
    const system = compileSystem(datasetOf({ assets: [A, B, X], dependencies: rows }));
    const supplied = system.suppliedMember.subarray(system.suppliedStart[0], system.suppliedStart[1]);
    const dependents = [...supplied].map((member) => system.groupAsset[system.memberGroup[member]!]);
    expect(dependents).toEqual([1, 2]);
    expect([...system.suppliedStart]).toEqual([0, 2, 3, 3]);
  });

  it("takes what is stated and the defaults of the model for the rest", () => {
    const system = compileSystem(
      datasetOf({
        assets: [assetRow("A", { restartHours: 1.5, blackStart: true }), B, X],
        dependencies: [
          dependencyRow("A", "B", { need: 0.5, rule: "threshold", loss: 0.25, bufferHours: 2, lagHours: 3, share: 4 }),
          dependencyRow("A", "X"),
        ],
      }),
    );
    expect([...system.restartTicks]).toEqual([toTicks(1.5), 0, 0]);
    expect([...system.blackStart]).toEqual([1, 0, 0]);
    expect([...system.groupNeed]).toEqual([0.5, 1]);
    expect([...system.groupThreshold]).toEqual([1, 0]);
    expect([...system.groupLoss]).toEqual([0.25, 1]);
    expect([...system.groupBufferTicks]).toEqual([toTicks(2), 0]);
    expect([...system.memberLagTicks]).toEqual([toTicks(3), 0]);
    expect([...system.memberShare]).toEqual([4, 1]);
  });

  it("throws for a row that leads nowhere", () => {
    const data = (provider: string, dependent: string) =>
      datasetOf({ assets: [A, B], dependencies: [dependencyRow(provider, dependent)] });
    expect(() => compileSystem(data("gone", "A"))).toThrow(RangeError);
    expect(() => compileSystem(data("A", "gone"))).toThrow(RangeError);
  });
});

describe("compileSystem: networks", () => {
  const grid = (dependencies: Dataset["dependencies"]) =>
    datasetOf({
      assets: [plantRow("G", 10), assetRow("N"), cityRow("Z", 4), assetRow("D")],
      dependencies,
      connections: [connectionRow("G", "N"), connectionRow("N", "Z")],
    });

  it("gives every asset of a network that does not produce a group of its own", () => {
    const system = compileSystem(grid([]));
    expect(groupsOf(system)).toEqual(["N @electricity 1+0 (@electricity 1)", "Z @electricity 1+0 (@electricity 1)"]);
    expect([...system.memberRow]).toEqual([-1, -1]);
    expect([...system.groupBufferTicks]).toEqual([0, 0]);
    expect([...system.groupLoss]).toEqual([1, 1]);
    expect([...(system.networks[0]?.nodeMember ?? [])]).toEqual([-1, 0, 1]);
  });

  it("lets a row set the network's group or put it beside other providers", () => {
    const system = compileSystem(
      grid([
        dependencyRow("@electricity", "N", { id: "1", bufferHours: 3 }),
        dependencyRow("@electricity", "Z", { id: "2", group: "power" }),
        dependencyRow("D", "Z", { id: "3", group: "power" }),
      ]),
    );
    expect(groupsOf(system)).toEqual(["N @electricity 1+0 (@electricity 1)", "Z power 1+0 (@electricity 1, D 1)"]);
    expect([...system.groupBufferTicks]).toEqual([toTicks(3), 0]);
    expect([...(system.networks[0]?.nodeMember ?? [])]).toEqual([-1, 0, 1]);
  });

  it("counts a network without a producer as given, and drops a group of nothing else", () => {
    const dataset = datasetOf({
      assets: [A, B, X],
      dependencies: [
        dependencyRow("@road-freight", "X", { id: "1", group: "fuel", share: 0.5, need: 1.5 }),
        dependencyRow("A", "X", { id: "2", group: "fuel" }),
        dependencyRow("@road-freight", "B", { id: "3" }),
      ],
      connections: [connectionRow("X", "B", { commodity: "road-freight" })],
    });
    const system = compileSystem(dataset);
    expect(groupsOf(system)).toEqual(["X fuel 1.5+0.5 (A 1)"]);
    expect(system.networks).toEqual([]);
  });

  it("places an asset in every network it is in", () => {
    const system = compileSystem(
      datasetOf({
        assets: [plantRow("G"), assetRow("K", { produces: [{ commodity: "gas" }] }), assetRow("N")],
        connections: [connectionRow("G", "N"), connectionRow("K", "N", { commodity: "gas" })],
      }),
    );
    expect(system.networks.map(({ commodity }) => commodity)).toEqual(["electricity", "gas"]);
    expect([...system.assetNetworkStart]).toEqual([0, 1, 2, 4]);
    expect([...system.assetNetwork]).toEqual([0, 1, 0, 1]);
    expect([...system.assetNode]).toEqual([0, 0, 1, 1]);
    expect(groupsOf(system)).toEqual(["N @electricity 1+0 (@electricity 1)", "N @gas 1+0 (@gas 1)"]);
  });
});
