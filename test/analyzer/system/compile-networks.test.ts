import { describe, expect, it } from "vitest";
import type { Asset, Connection } from "../../../analyzer/index.ts";
import { compileNetworks } from "../../../analyzer/system/compile-networks.ts";
import { assetRow, connectionRow } from "../../support/rows.ts";
import { cityRow, plantRow } from "../../support/small-dataset.ts";

function compiled(assets: readonly Asset[], connections: readonly Connection[]) {
  return compileNetworks(assets, connections, new Map(assets.map(({ id }, position) => [id, position])));
}

/** Lists per node, from offsets. */
function lists(start: Int32Array, items: Int32Array): number[][] {
  return Array.from(start.subarray(1), (end, node) => [...items.subarray(start[node], end)]);
}

const [off, plant, station, city] = [assetRow("A"), plantRow("G", 10), assetRow("N"), cityRow("Z", 4)];

describe("compileNetworks", () => {
  it("takes the ends of the connections as nodes, by asset position, and leaves others out", () => {
    const [network] = compiled([off, plant, station, city], [connectionRow("Z", "N"), connectionRow("N", "G")]);
    expect([...(network?.nodeAsset ?? [])]).toEqual([1, 2, 3]);
    expect(network?.commodity).toBe("electricity");
  });

  it("orders nodes by number, not by their digits", () => {
    const assets = [
      plantRow("G"),
      ...Array.from({ length: 11 }, (_, at) => assetRow(`N${String(at).padStart(2, "0")}`)),
    ];
    const [network] = compiled(assets, [connectionRow("G", "N10"), connectionRow("G", "N01")]);
    expect([...(network?.nodeAsset ?? [])]).toEqual([0, 2, 11]);
  });

  it("counts parallel connections once, whichever end is named first, and a connection to itself not at all", () => {
    const [network] = compiled(
      [plant, station, city],
      [
        connectionRow("G", "N"),
        connectionRow("N", "G", { id: "second" }),
        connectionRow("Z", "N"),
        connectionRow("N", "N"),
      ],
    );
    if (network === undefined) throw new Error("no network");
    expect(lists(network.neighbourStart, network.neighbour)).toEqual([[1], [0, 2], [1]]);
    expect(network.directed).toBe(false);
    expect(network.arc).toHaveLength(0);
  });

  it("has arcs both ways for an undirected connection and one way for a directed one, neighbours both ways", () => {
    const [network] = compiled(
      [plant, station, city],
      [connectionRow("N", "G"), connectionRow("Z", "N", { directed: true })],
    );
    if (network === undefined) throw new Error("no network");
    expect(network.directed).toBe(true);
    expect(lists(network.arcStart, network.arc)).toEqual([[1], [0], [1]]);
    expect(lists(network.neighbourStart, network.neighbour)).toEqual([[1], [0, 2], [1]]);
  });

  it("knows a producer without an amount from one that makes none, and takes an unknown demand as none", () => {
    const assets = [plantRow("F", 0), plantRow("G"), cityRow("Y"), cityRow("Z", 4), cityRow("Z0", 0)];
    const [network] = compiled(
      assets,
      ["F", "G", "Z", "Z0"].map((id) => connectionRow("Y", id)),
    );
    if (network === undefined) throw new Error("no network");
    expect([...network.producers]).toEqual([0, 1]);
    expect([...network.produced]).toEqual([0, Number.NaN, 0, 0, 0]);
    expect([...network.consumers]).toEqual([3]);
    expect([...network.demand]).toEqual([0, 0, 0, 4, 0]);
  });

  it("reads the amount of its own commodity only", () => {
    const works = assetRow("W", {
      produces: [
        { commodity: "gas", amount: 7 },
        { commodity: "electricity", amount: 9 },
      ],
      consumes: [
        { commodity: "electricity", amount: 2 },
        { commodity: "gas", amount: 3 },
      ],
    });
    const networks = compiled(
      [station, works],
      [connectionRow("N", "W"), connectionRow("N", "W", { commodity: "gas" })],
    );
    const amounts = networks.map(({ commodity, produced, demand }) => [commodity, produced[1], demand[1]]);
    expect(amounts).toEqual([
      ["electricity", 9, 2],
      ["gas", 7, 3],
    ]);
  });

  it("leaves out a network without a producer", () => {
    expect(compiled([station, city], [connectionRow("N", "Z")])).toEqual([]);
  });

  it("throws for a connection that leads nowhere", () => {
    expect(() => compiled([station], [connectionRow("N", "gone")])).toThrow(RangeError);
  });
});
