import { describe, expect, it } from "vitest";
import { networkNodes } from "../../../../analyzer/algorithms/timed-closure/network-nodes.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf } from "../../../support/rows.ts";

const produces = (amount: number) => ({ produces: [{ commodity: "electricity", amount }] });
const consumes = (amount: number) => ({ consumes: [{ commodity: "electricity", amount }] });

// C takes from P behind N, D takes from P beside it, Q gives to it from behind O.
const system = compileSystem(
  datasetOf({
    assets: [
      assetRow("C", consumes(10)),
      assetRow("D", consumes(10)),
      assetRow("N"),
      assetRow("O"),
      assetRow("P", produces(20)),
      assetRow("Q", produces(5)),
    ],
    connections: [
      connectionRow("C", "N"),
      connectionRow("N", "P"),
      connectionRow("D", "P"),
      connectionRow("O", "P"),
      connectionRow("D", "O"),
      connectionRow("O", "Q"),
    ],
  }),
);

describe("networkNodes", () => {
  const { nodeCount, hubs, branches, groups, nodeOfMember } = networkNodes(system);
  const [hubNode, firstBranch] = [6, 6 + hubs.length];
  const branchBy = (asset: number) => firstBranch + branches.findIndex(({ cutBy }) => cutBy === asset);
  const memberNodeOf = (asset: number) => nodeOfMember[system.groupAsset.indexOf(asset)];

  it("stands the members of an island on its hub, and those that one removal cuts off on a branch", () => {
    expect(hubs).toHaveLength(1);
    expect(memberNodeOf(1)).toBe(hubNode);
    expect(memberNodeOf(0)).toBe(branchBy(2));
  });

  it("loses a branch that takes with the hub, and the supply of a producer with its branch", () => {
    const inputsOf = (owner: number) => groups.filter((group) => group.owner === owner).map(({ inputs }) => inputs);
    // N cuts C off; P cuts both off.
    expect(inputsOf(branchBy(2))).toEqual([[branchBy(4)]]);
    expect(inputsOf(branchBy(4))).toEqual([[hubNode]]);
    // What only gives hangs on nothing.
    expect(inputsOf(branchBy(3))).toEqual([]);
    const supply = nodeCount - 1;
    expect(inputsOf(supply)).toEqual([[5], [branchBy(3)]]);
    expect(inputsOf(hubNode)).toEqual([[4, supply]]);
  });
});
