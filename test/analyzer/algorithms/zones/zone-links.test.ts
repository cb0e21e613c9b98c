import { describe, expect, it } from "vitest";
import { ZoneCells } from "../../../../analyzer/algorithms/zones/zone-cells.ts";
import { ZoneLinks } from "../../../../analyzer/algorithms/zones/zone-links.ts";
import type { Connection } from "../../../../analyzer/index.ts";
import type { NetworkSettings } from "../../../../analyzer/model/network.ts";
import { assetRow, connectionRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";
import { inState, wide, zonedNetwork } from "../../../support/zoned-network.ts";

// Nodes by id: A, B of XA; G (XA) feeds both; X, Y of XB, which X-Y keeps together.
const assets = [
  assetRow("A"),
  assetRow("B"),
  plantRow("G", 1),
  assetRow("X", inState("XB")),
  assetRow("Y", inState("XB")),
];
const inside = [connectionRow("G", "A"), connectionRow("G", "B"), connectionRow("X", "Y")];

/** Each link as `[island, first, second, forward, backward]`, under labels of the five nodes. */
function linksOf(
  borders: readonly Connection[],
  islandOf: readonly number[] = [0, 0, 0, 0, 0],
  transferLimits: NonNullable<NetworkSettings["transferLimits"]> = [],
): number[][] {
  const { network, zones } = zonedNetwork(assets, [...inside, ...borders], { transferLimits });
  const cells = new ZoneCells(network, zones);
  const links = new ZoneLinks(zones);
  const islandCount = Math.max(...islandOf) + 1;
  cells.relabel(Int32Array.from(islandOf), islandCount);
  links.relabel(cells, Int32Array.from(islandOf));
  return Array.from({ length: islandCount }, (_, island) => island).flatMap((island) =>
    [...links.first.keys()]
      .filter((link) => link >= links.linkStart[island]! && link < links.linkStart[island + 1]!)
      .map((link) => [island, links.first[link]!, links.second[link]!, links.forward[link]!, links.backward[link]!]),
  );
}

const forth = (capacity: number) => [{ from: "XA", to: "XB", capacity }];

describe("ZoneLinks", () => {
  it("sums the capacities of a pair; one that is not known means no limit", () => {
    expect(linksOf([wide("A", "X", 30), wide("Y", "B", 12)])).toEqual([[0, 0, 1, 42, 42]]);
    expect(linksOf([wide("A", "X", 30), connectionRow("B", "Y")])).toEqual([[0, 0, 1, Infinity, Infinity]]);
  });

  it("counts a directed connection one way", () => {
    expect(linksOf([wide("A", "X", 30), wide("Y", "B", 12, { directed: true })])).toEqual([[0, 0, 1, 30, 42]]);
  });

  it("leaves out what does not conduct, and keeps islands apart", () => {
    const borders = [wide("A", "X", 30), wide("B", "Y", 12)];
    expect(linksOf(borders, [-1, 0, 0, 0, 0])).toEqual([[0, 0, 1, 12, 12]]);
    expect(linksOf(borders, [-1, 0, -1, -1, 0])).toEqual([[0, 0, 1, 12, 12]]);
    expect(linksOf(borders, [0, 1, -1, 0, 1])).toEqual([
      [0, 0, 1, 30, 30],
      [1, 0, 1, 12, 12],
    ]);
    expect(linksOf(borders, [-1, 0, 0, -1, -1])).toEqual([]);
  });

  it("a stated limit replaces the sum one way, times the conducting share by capacity", () => {
    const borders = [wide("A", "X", 30), wide("B", "Y", 10)];
    expect(linksOf(borders, undefined, forth(8))).toEqual([[0, 0, 1, 8, 40]]);
    expect(linksOf(borders, [-1, 0, 0, 0, 0], forth(8))).toEqual([[0, 0, 1, 2, 10]]);
    expect(linksOf(borders, [0, 1, -1, 0, 1], forth(8))).toEqual([
      [0, 0, 1, 6, 30],
      [1, 0, 1, 2, 10],
    ]);
  });

  it("by number where one capacity is not known or all are 0", () => {
    const mixed = [wide("A", "X", 30), connectionRow("B", "Y")];
    expect(linksOf(mixed, [-1, 0, 0, 0, 0], forth(8))).toEqual([[0, 0, 1, 4, Infinity]]);
    const none = [wide("A", "X", 0), wide("B", "Y", 0)];
    expect(linksOf(none, [-1, 0, 0, 0, 0], forth(8))).toEqual([[0, 0, 1, 4, 0]]);
  });

  it("of the connections that carry that way only", () => {
    const borders = [wide("A", "X", 30, { directed: true }), wide("B", "Y", 10)];
    const back = [{ from: "XB", to: "XA", capacity: 8 }];
    expect(linksOf(borders, [-1, 0, 0, 0, 0], back)).toEqual([[0, 0, 1, 10, 8]]);
    expect(linksOf([wide("A", "X", 30, { directed: true })], undefined, back)).toEqual([[0, 0, 1, 30, 0]]);
  });
});
