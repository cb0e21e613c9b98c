import { describe, expect, it } from "vitest";
import { checkDataset, type Dataset } from "../../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";
import { type Brief, context, described, fed, needs, network, tied, told } from "../../support/rows-told.ts";

const cases: readonly (readonly [string, Partial<Dataset>, readonly Brief[]])[] = [
  ["a reserved group", needs({ group: "@mine" }), [["GROUP_NAME_RESERVED", "dependencies.csv", 3, "group"]]],
  ["need 0", needs({ need: 0 }), [["VALUE_OUT_OF_RANGE", "dependencies.csv", 3, "need"]]],
  ["share 0", needs({ share: 0 }), [["VALUE_OUT_OF_RANGE", "dependencies.csv", 3, "share"]]],
  ["k larger than n", needs({ need: 1.5 }), [["GROUP_NEED_UNREACHABLE", "dependencies.csv", 3, "need"]]],
  [
    "shares below the default need",
    needs({ share: 0.5 }),
    [["GROUP_NEED_UNREACHABLE", "dependencies.csv", 3, "share"]],
  ],
  [
    "shares that reach the need but for rounding",
    {
      dependencies: [0.1, 0.2, 0.3].map((share, index) =>
        dependencyRow("B", "A", { id: `g${index}`, group: "g", share, need: 0.6000000000000001 }),
      ),
    },
    [],
  ],
  [
    "columns that disagree",
    {
      dependencies: [4, 4, 5].map((bufferHours, index) =>
        dependencyRow("B", "A", { id: `g${index}`, group: "g", bufferHours }),
      ),
    },
    [["GROUP_COLUMNS_DISAGREE", "dependencies.csv", 5, "buffer_hours"]],
  ],
  [
    "the network of an asset outside it",
    { dependencies: network() },
    [["NETWORK_NOT_CONNECTED", "dependencies.csv", 3, "provider"]],
  ],
  ["the network of an asset in it", { ...fed, dependencies: network() }, []],
  [
    "a network with a lag",
    { ...fed, dependencies: network({ lagHours: 1 }) },
    [["NETWORK_ROW_LAG", "dependencies.csv", 3, "lag_hours"]],
  ],
  [
    "a network twice",
    { ...fed, dependencies: [...network(), ...network({ id: "other" })] },
    [["NETWORK_ROW_REPEATED", "dependencies.csv", 4, "provider"]],
  ],
  [
    "a producer on its own network",
    { ...fed, dependencies: [dependencyRow("@electricity", "C", { id: "n" })] },
    [["NETWORK_OF_PRODUCER", "dependencies.csv", 3, "provider"]],
  ],
  [
    "a network without a producer",
    { connections: [connectionRow("A", "B")] },
    [["NETWORK_WITHOUT_PRODUCER", "dataset.json", null, null]],
  ],
  [
    "an island without a producer",
    {
      ...fed,
      assets: [...fed.assets, assetRow("D"), assetRow("E")],
      connections: [...fed.connections, connectionRow("D", "E")],
    },
    [["ISLAND_WITHOUT_PRODUCER", "assets.csv", 5, "produces"]],
  ],
  [
    "demand above supply",
    {
      ...fed,
      assets: [...fed.assets, assetRow("D", { consumes: [{ commodity: "electricity", amount: 5.1 }] })],
      connections: [...fed.connections, connectionRow("B", "D")],
    },
    [["ISLAND_DEMAND_ABOVE_SUPPLY", "assets.csv", 3, "consumes"]],
  ],
  [
    "demand that supply meets",
    {
      ...fed,
      assets: [...fed.assets, assetRow("D", { consumes: [{ commodity: "electricity", amount: 5 }] })],
      connections: [...fed.connections, connectionRow("B", "D")],
    },
    [],
  ],
  [
    "demand against a supply that is not known",
    {
      assets: [
        assetRow("C", { produces: [{ commodity: "electricity" }] }),
        assetRow("D", { consumes: [{ commodity: "electricity", amount: 5 }] }),
      ],
      connections: [connectionRow("C", "D")],
    },
    [],
  ],
  [
    "an amount without a connection",
    tied({ produces: [{ commodity: "gas" }] }),
    [["AMOUNT_NOT_CONNECTED", "assets.csv", 4, "produces"]],
  ],
  ["an isolated asset", { assets: [assetRow("C")] }, [["ASSET_ISOLATED", "assets.csv", 4, "id"]]],
  ["a capacity without a unit", tied({ capacity: 5 }), [["CAPACITY_WITHOUT_UNIT", "assets.csv", 4, "unit"]]],
  [
    "capacities in two units",
    {
      ...fed,
      connections: [
        connectionRow("A", "C", { capacity: 1, unit: "kW" }),
        connectionRow("B", "C", { capacity: 1, unit: "MW" }),
      ],
    },
    [["CAPACITY_UNITS_MIXED", "connections.csv", 3, "unit"]],
  ],
  ["no licence", described({ licence: " " }), [["LICENCE_MISSING", "dataset.json", null, "licence"]]],
  ["no source", described({ sources: [] }), [["SOURCE_MISSING", "dataset.json", null, "sources"]]],
  [
    "a source without a licence",
    described({ sources: [{ id: "s", title: "S", licence: "", retrieved: "2026", credit: "" }] }),
    [["LICENCE_MISSING", "dataset.json", null, "sources.0.licence"]],
  ],
  [
    "a network of nothing",
    described({ networks: { steam: {} } }),
    [["COMMODITY_UNKNOWN", "dataset.json", null, "networks.steam"]],
  ],
];

describe("of rows together, checkDataset tells of", () => {
  it.each(cases)("%s", (_what, parts, expected) => {
    expect(told(parts)).toEqual(expected);
  });

  it("rows without a source, once for a table", () => {
    const rows = ["x", "y"].map((id) => {
      const { source: _left, ...row } = dependencyRow("A", "B", { id });
      return row;
    });
    expect(told({ dependencies: rows })).toEqual([["ROW_SOURCE_MISSING", "dependencies.csv", 3, "source"]]);
  });

  it("a dataset without assets", () => {
    expect(checkDataset(datasetOf({}), context).map(({ code }) => code)).toEqual(["DATASET_WITHOUT_ASSETS"]);
  });
});
