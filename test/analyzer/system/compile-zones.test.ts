import { describe, expect, it } from "vitest";
import { compileSystem } from "../../../analyzer/system/compile-system.ts";
import { assetRow, connectionRow, datasetOf, description } from "../../support/rows.ts";
import { cityRow, plantRow } from "../../support/small-dataset.ts";
import { inState, wide, zonedNetwork } from "../../support/zoned-network.ts";

const assets = [
  plantRow("G", 10),
  assetRow("M", {
    states: [
      { state: "XB", share: 0.5 },
      { state: "XA", share: 0.5 },
    ],
  }),
  cityRow("Z", 4, inState("XC")),
  cityRow("Z2", 4, inState("XC")),
];

describe("compileZones", () => {
  it("puts every node into the zone of its State, zones by code", () => {
    const { zones } = zonedNetwork(assets, [
      connectionRow("G", "Z"),
      connectionRow("M", "Z2"),
      connectionRow("M", "G"),
    ]);
    expect(zones.codes).toEqual(["XA", "XB", "XC"]);
    expect([...zones.nodeZone]).toEqual([0, 1, 2, 2]);
    expect(zones.sharing).toBe("own-first");
  });

  it("knows the zones of its own nodes only", () => {
    const { zones } = zonedNetwork(assets, [connectionRow("G", "Z")]);
    expect(zones.codes).toEqual(["XA", "XC"]);
    expect([...zones.nodeZone]).toEqual([0, 1]);
  });

  it("lists connections between zones by pair, whichever end is named first, and leaves others out", () => {
    const { zones, nodeOf } = zonedNetwork(assets, [
      wide("Z", "G", 7, { id: "c1", directed: true }),
      wide("G", "Z2", 5, { id: "c2", directed: true }),
      connectionRow("M", "G", { id: "c0" }),
      connectionRow("Z", "Z2", { id: "c3" }),
    ]);
    expect([...zones.pairFirst]).toEqual([0, 0]);
    expect([...zones.pairSecond]).toEqual([1, 2]);
    expect([...zones.borderStart]).toEqual([0, 1, 3]);
    expect([...zones.borderFirst]).toEqual(["G", "G", "G"].map(nodeOf));
    expect([...zones.borderSecond]).toEqual(["M", "Z", "Z2"].map(nodeOf));
    expect([...zones.borderForward]).toEqual([1, 0, 1]);
    expect([...zones.borderBackward]).toEqual([1, 1, 0]);
    expect([...zones.borderCapacity]).toEqual([Number.NaN, 7, 5]);
  });

  it("has the limits of its pairs, each way, and NaN where none is stated", () => {
    const { zones } = zonedNetwork(assets, [connectionRow("M", "G"), connectionRow("G", "Z")], {
      sharing: "shared",
      transferLimits: [
        { from: "XB", to: "XA", capacity: 3 },
        { from: "XA", to: "XC", capacity: 0 },
        { from: "XB", to: "XC", capacity: 9 },
      ],
    });
    expect([...zones.limitForward]).toEqual([Number.NaN, 0]);
    expect([...zones.limitBackward]).toEqual([3, Number.NaN]);
    expect(zones.sharing).toBe("shared");
  });

  it("is null for a network that is balanced as a whole", () => {
    const networks = { electricity: { balance: "island" } } as const;
    const connections = [connectionRow("G", "Z")];
    expect(compileSystem(datasetOf({ assets, connections })).networks[0]?.zones).toBeNull();
    const parts = { description: { ...description, networks }, assets, connections };
    expect(compileSystem(datasetOf(parts)).networks[0]?.zones).toBeNull();
  });

  it("throws where the check would have refused", () => {
    expect(() => zonedNetwork([plantRow("G"), cityRow("Z", 1)], [connectionRow("G", "Z")])).toThrow(RangeError);
    expect(() => zonedNetwork([plantRow("G", 1, { states: [] }), cityRow("Z", 1)], [connectionRow("G", "Z")])).toThrow(
      RangeError,
    );
  });
});
