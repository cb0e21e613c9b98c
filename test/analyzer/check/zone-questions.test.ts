import { describe, expect, it } from "vitest";
import type { Asset, Connection, Dataset } from "../../../analyzer/index.ts";
import type { NetworkSettings } from "../../../analyzer/model/network.ts";
import { assetRow, connectionRow, description } from "../../support/rows.ts";
import { type Brief, described, told } from "../../support/rows-told.ts";
import { cityRow, plantRow } from "../../support/small-dataset.ts";

const balanced = (settings: Omit<NetworkSettings, "balance"> = {}) =>
  described({ networks: { electricity: { balance: "zones", ...settings } } });

const of = (state: string) => ({ states: [{ state, share: 1 }] });

const limits = (...pairs: readonly (readonly [from: string, to: string, capacity: number])[]) =>
  pairs.map(([from, to, capacity]) => ({ from, to, capacity }));

/** A plant of XA with an amount over, which reaches what is connected to it (see `rows-told.ts`: rows 2 and 3 are A and B). */
function fed(
  assets: readonly Asset[],
  connections: readonly Connection[],
  settings?: Omit<NetworkSettings, "balance">,
): Partial<Dataset> {
  return { ...balanced(settings), assets: [plantRow("G", 9), ...assets], connections };
}

const cases: readonly (readonly [string, Partial<Dataset>, readonly Brief[]])[] = [
  [
    "transfer limits that cannot be",
    {
      ...balanced({
        transferLimits: limits(["XA", "XB", 1], ["XA", "XB", 1], ["XB", "XB", 1], ["XA", "XQ", 1], ["XB", "XA", -1]),
      }),
      connections: [connectionRow("A", "E"), connectionRow("A", "P")],
      assets: [assetRow("E", of("XB")), plantRow("P", 1)],
    },
    [
      ["NETWORK_LIMIT_REPEATED", "dataset.json", null, "networks.electricity.transferLimits.1"],
      ["NETWORK_LIMIT_TO_SELF", "dataset.json", null, "networks.electricity.transferLimits.2"],
      ["STATE_UNNAMED", "dataset.json", null, "networks.electricity.transferLimits.3.to"],
      ["VALUE_OUT_OF_RANGE", "dataset.json", null, "networks.electricity.transferLimits.4.capacity"],
      ["NETWORK_SETTING_UNUSED", "dataset.json", null, "networks.electricity.transferLimits.3"],
    ],
  ],
  [
    "a limit against the direction of the only connection",
    fed([assetRow("E", of("XB"))], [connectionRow("G", "E", { directed: true })], {
      transferLimits: limits(["XA", "XB", 1], ["XB", "XA", 1], ["XC", "XA", 1]),
    }),
    [
      ["NETWORK_SETTING_UNUSED", "dataset.json", null, "networks.electricity.transferLimits.1"],
      ["NETWORK_SETTING_UNUSED", "dataset.json", null, "networks.electricity.transferLimits.2"],
    ],
  ],
  [
    "limits of a network that is not balanced by zones",
    described({ networks: { electricity: { transferLimits: limits(["XA", "XB", 1]) } } }),
    [["NETWORK_SETTING_UNUSED", "dataset.json", null, "networks.electricity"]],
  ],
  [
    "a sharing of a network that is balanced as a whole",
    described({ networks: { electricity: { balance: "island", sharing: "shared" } } }),
    [["NETWORK_SETTING_UNUSED", "dataset.json", null, "networks.electricity"]],
  ],
  [
    "a producer without an amount",
    fed([plantRow("P")], [connectionRow("G", "P")]),
    [["NETWORK_AMOUNT_MISSING", "assets.csv", 5, "produces"]],
  ],
  [
    "a producer without an amount outside the network",
    fed([plantRow("P"), assetRow("N")], [connectionRow("G", "N")]),
    [
      ["AMOUNT_NOT_CONNECTED", "assets.csv", 6, "produces"],
      ["ASSET_ISOLATED", "assets.csv", 6, "id"],
    ],
  ],
  ["zones that are all fed", fed([cityRow("Z", 1, of("XB"))], [connectionRow("G", "Z")]), []],
  [
    "a zone that only a link of no capacity reaches",
    fed([cityRow("Z", 1, of("XB"))], [connectionRow("G", "Z", { capacity: 0, unit: "MW" })]),
    [["ZONE_WITHOUT_SUPPLY", "assets.csv", 5, "states"]],
  ],
  [
    "a zone behind a limit of 0, and one that asks for nothing",
    fed([cityRow("Y", 1, of("XB")), assetRow("Z", of("XC"))], [connectionRow("G", "Y"), connectionRow("G", "Z")], {
      transferLimits: limits(["XA", "XB", 0], ["XA", "XC", 0]),
    }),
    [
      ["ZONE_WITHOUT_SUPPLY", "assets.csv", 5, "states"],
      ["ZONE_WITHOUT_SUPPLY", "assets.csv", 6, "states"],
    ],
  ],
  [
    "a zone upstream of a directed connection",
    fed([cityRow("Z", 1, of("XB"))], [connectionRow("Z", "G", { directed: true })]),
    [["ZONE_WITHOUT_SUPPLY", "assets.csv", 5, "states"]],
  ],
  [
    "a zone beside one that has nothing over",
    fed([cityRow("Y", 9), cityRow("Z", 1, of("XB"))], [connectionRow("G", "Y"), connectionRow("G", "Z")]),
    [
      ["ISLAND_DEMAND_ABOVE_SUPPLY", "assets.csv", 4, "consumes"],
      ["ZONE_WITHOUT_SUPPLY", "assets.csv", 6, "states"],
    ],
  ],
  [
    "a zone beside one that shares",
    fed([cityRow("Y", 9), cityRow("Z", 1, of("XB"))], [connectionRow("G", "Y"), connectionRow("G", "Z")], {
      sharing: "shared",
    }),
    [["ISLAND_DEMAND_ABOVE_SUPPLY", "assets.csv", 4, "consumes"]],
  ],
  [
    "an island without a producer, once",
    fed(
      [assetRow("N"), cityRow("Y", 1, of("XB")), cityRow("Z", 1, of("XC"))],
      [connectionRow("G", "N"), connectionRow("Y", "Z")],
    ),
    [["ISLAND_WITHOUT_PRODUCER", "assets.csv", 6, "produces"]],
  ],
];

describe("of networks balanced by zones, checkDataset tells of", () => {
  it.each(cases)("%s", (_what, parts, expected) => {
    expect(told(parts).filter(([code]) => code !== "CAPACITY_WITHOUT_UNIT")).toEqual(expected);
  });

  it("a State named by the dataset is the zone of the largest share, the first of equal ones", () => {
    const [first, second] = [0.5, 0.5].map((share, index) => ({ state: index === 0 ? "XB" : "XA", share }));
    const joint = cityRow("Z", 1, { states: [first!, second!] });
    const parts = fed([joint], [connectionRow("G", "Z", { capacity: 0, unit: "MW" })]);
    expect(told(parts)).toEqual([["ZONE_WITHOUT_SUPPLY", "assets.csv", 5, "states"]]);
    const other = { ...joint, states: joint.states.toReversed() };
    expect(told({ ...parts, assets: [plantRow("G", 9), other] })).toEqual([]);
    expect(description.states?.map(({ code }) => code)).toContain("XB");
  });
});
