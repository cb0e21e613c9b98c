import { describe, expect, it } from "vitest";
import { noCell, ZoneCells } from "../../../../analyzer/algorithms/zones/zone-cells.ts";
import { assetRow, connectionRow } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { inState, zonedNetwork } from "../../../support/zoned-network.ts";

// Nodes by id: A of XB, B of XA, C of XB, D of XC, G of XA.
const { network, zones } = zonedNetwork(
  [
    cityRow("A", 3, inState("XB")),
    assetRow("B"),
    cityRow("C", 4, inState("XB")),
    assetRow("D", inState("XC")),
    plantRow("G", 1),
  ],
  ["A", "B", "C", "D"].map((id) => connectionRow("G", id)),
);

function cellsOf(islandOf: readonly number[], islandCount: number): ZoneCells {
  const cells = new ZoneCells(network, zones);
  cells.relabel(Int32Array.from(islandOf), islandCount);
  return cells;
}

describe("ZoneCells", () => {
  it("numbers cells by island and then zone", () => {
    const cells = cellsOf([0, 0, 0, 0, 0], 1);
    expect([...cells.cellOf]).toEqual([1, 0, 1, 2, 0]);
    expect([cells.cellCount, ...cells.cellStart.subarray(0, 2)]).toEqual([3, 0, 3]);
    expect([...cells.zone.subarray(0, 3)]).toEqual([0, 1, 2]);
    expect([...cells.firstNode.subarray(0, 3)]).toEqual([1, 0, 3]);
    expect([...cells.demand.subarray(0, 3)]).toEqual([0, 7, 0]);
  });

  it("makes a cell of each island's part of a zone, and none where nothing conducts", () => {
    const cells = cellsOf([0, 1, 1, -1, 0], 2);
    expect([...cells.cellOf]).toEqual([1, 2, 3, noCell, 0]);
    expect([...cells.cellStart.subarray(0, 3)]).toEqual([0, 2, 4]);
    expect([...cells.demand.subarray(0, 4)]).toEqual([0, 3, 0, 4]);
  });

  it("knows islands without a node, and takes over another state", () => {
    const cells = cellsOf([-1, -1, 2, -1, -1], 3);
    expect([...cells.cellStart.subarray(0, 4)]).toEqual([0, 0, 0, 1]);
    const other = cellsOf([0, 0, 0, 0, 0], 1);
    other.copyFrom(cells);
    expect([...other.cellOf]).toEqual([...cells.cellOf]);
    expect([other.cellCount, other.zone[0], other.demand[0]]).toEqual([1, 1, 4]);
    other.relabel(Int32Array.of(0, 0, 0, 0, 0), 1);
    expect([...other.demand.subarray(0, 3)]).toEqual([0, 7, 0]);
  });
});
