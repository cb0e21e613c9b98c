import { describe, expect, it } from "vitest";
import {
  type CheckContext,
  checkDataset,
  type Dataset,
  type DatasetDescription,
  type Issue,
} from "../../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow, description } from "../../support/rows.ts";

/** Rows are counted as a file would: the header is row 1. */
const context: CheckContext = { locate: (table, index) => ({ file: `${table}.csv`, row: index + 2 }) };
const world: CheckContext = {
  ...context,
  knownState: (code) => ["DE", "FR"].includes(code),
  statesAt: (lon) => (lon < 0 ? [] : lon < 7 ? ["GP", "FR"] : ["DE"]),
};

type Brief = readonly [code: string, file: string | null, row: number | null, column: string | null];
const brief = ({ code, file, row, column }: Issue): Brief => [code, file, row, column];

/** What is told of rows besides the two sound assets A and B, with B needing A. */
function told(parts: Partial<Dataset>, given: CheckContext = context): Brief[] {
  const dataset = datasetOf({
    ...parts,
    assets: [assetRow("A"), assetRow("B"), ...(parts.assets ?? [])],
    dependencies: [dependencyRow("A", "B"), ...(parts.dependencies ?? [])],
  });
  return checkDataset(dataset, given).map(brief);
}

/** As a third asset C that needs A, which is sound by itself. */
const tied = (more: Parameters<typeof assetRow>[1]) => ({
  assets: [assetRow("C", more)],
  dependencies: [dependencyRow("A", "C")],
});
const needs = (more: Parameters<typeof dependencyRow>[2]) => ({ dependencies: [dependencyRow("B", "A", more)] });
const network = (more: Parameters<typeof dependencyRow>[2] = {}) => [
  dependencyRow("@electricity", "B", { id: "network", ...more }),
];
const described = (more: Partial<DatasetDescription>) => ({ description: { ...description, ...more } });
const fed = {
  assets: [assetRow("C", { produces: [{ commodity: "electricity", amount: 5 }] })],
  connections: [connectionRow("B", "C")],
};

const cases: readonly (readonly [string, Partial<Dataset>, readonly Brief[]])[] = [
  ["nothing of what is sound", {}, []],
  ["a missing name", tied({ name: "" }), [["VALUE_MISSING", "assets.csv", 4, "name"]]],
  ["no State", tied({ states: [] }), [["VALUE_MISSING", "assets.csv", 4, "states"]]],
  ["a negative number", tied({ restartHours: -1 }), [["VALUE_OUT_OF_RANGE", "assets.csv", 4, "restart_hours"]]],
  [
    "a number that is not finite",
    tied({ restartHours: NaN }),
    [["VALUE_OUT_OF_RANGE", "assets.csv", 4, "restart_hours"]],
  ],
  ["an endless number", tied({ restartHours: Infinity }), [["VALUE_OUT_OF_RANGE", "assets.csv", 4, "restart_hours"]]],
  ["latitude 95", tied({ lon: 1, lat: 95 }), [["VALUE_OUT_OF_RANGE", "assets.csv", 4, "lat"]]],
  [
    "a State share of 0",
    tied({
      states: [
        { state: "XA", share: 0 },
        { state: "XB", share: 1 },
      ],
    }),
    [["VALUE_OUT_OF_RANGE", "assets.csv", 4, "states"]],
  ],
  [
    "shares over 1",
    tied({
      states: [
        { state: "XA", share: 0.6 },
        { state: "XB", share: 0.6 },
      ],
    }),
    [["STATE_SHARES_SUM", "assets.csv", 4, "states"]],
  ],
  [
    "a State twice",
    tied({
      states: [
        { state: "XA", share: 0.5 },
        { state: "XA", share: 0.5 },
      ],
    }),
    [["VALUE_REPEATED", "assets.csv", 4, "states"]],
  ],
  [
    "a negative amount",
    tied({ consumes: [{ commodity: "gas", amount: -1 }] }),
    [
      ["VALUE_OUT_OF_RANGE", "assets.csv", 4, "consumes"],
      ["AMOUNT_NOT_CONNECTED", "assets.csv", 4, "consumes"],
    ],
  ],
  ["broken Unicode", tied({ name: "a\ud800" }), [["VALUE_NOT_TEXT", "assets.csv", 4, "name"]]],
  ["a control character", tied({ name: "a\u0007" }), [["VALUE_NOT_TEXT", "assets.csv", 4, "name"]]],
  [
    "an invisible character in an id",
    { assets: [assetRow("\u202eC")], dependencies: [dependencyRow("A", "\u202eC", { id: "d" })] },
    [
      ["ID_INVALID", "assets.csv", 4, "id"],
      ["ID_INVALID", "dependencies.csv", 3, "dependent"],
    ],
  ],
  [
    "an asset called like a network",
    { assets: [assetRow("@electricity")] },
    [
      ["ID_INVALID", "assets.csv", 2, "id"],
      ["ASSET_ISOLATED", "assets.csv", 2, "id"],
    ],
  ],
  ["two assets of one id", { assets: [assetRow("A")] }, [["ID_DUPLICATE", "assets.csv", 3, "id"]]],
  ["one id in two tables", needs({ id: "A" }), [["ID_SHARED", "dependencies.csv", 2, "id"]]],
  [
    "an unknown provider",
    { dependencies: [dependencyRow("Z", "B")] },
    [["REFERENCE_UNKNOWN", "dependencies.csv", 3, "provider"]],
  ],
  ["an unknown end", { connections: [connectionRow("Z", "B")] }, [["REFERENCE_UNKNOWN", "connections.csv", 2, "a"]]],
  ["an unknown sector", tied({ sector: "enrgy" }), [["SECTOR_UNKNOWN", "assets.csv", 4, "sector"]]],
  ["an unknown kind", tied({ kind: "castle" }), [["KIND_UNKNOWN", "assets.csv", 4, "kind"]]],
  [
    "an own kind",
    { ...tied({ kind: "castle" }), ...described({ vocabulary: { kinds: [{ id: "castle", title: "Castle" }] } }) },
    [],
  ],
  [
    "an unknown commodity of a dependency",
    needs({ commodity: "steam" }),
    [["COMMODITY_UNKNOWN", "dependencies.csv", 3, "commodity"]],
  ],
  [
    "an unknown commodity in an amount",
    tied({ produces: [{ commodity: "steam" }] }),
    [["COMMODITY_UNKNOWN", "assets.csv", 4, "produces"]],
  ],
  [
    "the network of nothing",
    { dependencies: [dependencyRow("@nothing", "B", { id: "n" })] },
    [["COMMODITY_UNKNOWN", "dependencies.csv", 3, "provider"]],
  ],
  [
    "a State without a name",
    tied({ states: [{ state: "XQ", share: 1 }] }),
    [["STATE_UNNAMED", "assets.csv", 4, "states"]],
  ],
  [
    "an operator's State that is none",
    tied({ operatorStates: ["Germany"] }),
    [["STATE_UNKNOWN", "assets.csv", 4, "operator_states"]],
  ],
  ["half a place", tied({ lon: 1 }), [["PLACE_HALF", "assets.csv", 4, "lat"]]],
  [
    "repair hours that fall",
    tied({ repairLowHours: 5, repairHours: 4 }),
    [["REPAIR_ORDER", "assets.csv", 4, "repair_hours"]],
  ],
  [
    "repair hours that fall over a gap",
    tied({ repairLowHours: 5, repairHighHours: 4 }),
    [["REPAIR_ORDER", "assets.csv", 4, "repair_hours"]],
  ],
  ["repair hours in order", tied({ repairLowHours: 1, repairHours: 1, repairHighHours: 4 }), []],
  [
    "an assumption about no column",
    tied({ assumed: ["restart_hours", "x_own", "restartHours"] }),
    [["ASSUMED_UNKNOWN", "assets.csv", 4, "assumed"]],
  ],
  [
    "a self-dependency",
    { dependencies: [dependencyRow("A", "A")] },
    [["DEPENDENCY_ON_SELF", "dependencies.csv", 2, "provider"]],
  ],
  [
    "a connection to itself",
    { connections: [connectionRow("A", "A")] },
    [
      ["CONNECTION_TO_SELF", "connections.csv", 2, "b"],
      ["NETWORK_WITHOUT_PRODUCER", "dataset.json", null, null],
    ],
  ],
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
    "zones",
    described({ networks: { electricity: { balance: "zones" } } }),
    [["NETWORK_ZONES_UNSUPPORTED", "dataset.json", null, "networks.electricity.balance"]],
  ],
  [
    "a network of nothing",
    described({ networks: { steam: {} } }),
    [["COMMODITY_UNKNOWN", "dataset.json", null, "networks.steam"]],
  ],
  [
    "transfer limits that cannot be",
    described({
      networks: {
        gas: {
          transferLimits: [
            ["XA", "XB"],
            ["XA", "XB"],
            ["XB", "XB"],
            ["XA", "XQ"],
            ["XB", "XA"],
          ].map(([from = "", to = ""]) => ({ from, to, capacity: 1 })),
        },
      },
    }),
    [
      ["NETWORK_LIMIT_REPEATED", "dataset.json", null, "networks.gas.transferLimits.1"],
      ["NETWORK_LIMIT_TO_SELF", "dataset.json", null, "networks.gas.transferLimits.2"],
      ["STATE_UNNAMED", "dataset.json", null, "networks.gas.transferLimits.3.to"],
    ],
  ],
];

describe("checkDataset tells of", () => {
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

describe("checkDataset, knowing the world, tells of", () => {
  const at = (lon: number, state: string) => tied({ lon, lat: 50, states: [{ state, share: 1 }] });
  it.each([
    ["a place in another State", at(2, "DE"), [["PLACE_OUTSIDE_STATE", "assets.csv", 4, "states"]]],
    ["no place in its State", at(2, "FR"), []],
    ["no place at sea", at(-30, "DE"), []],
    ["no place of a fictional State", at(2, "XA"), []],
    ["a State that does not exist", at(2, "UK"), [["STATE_UNKNOWN", "assets.csv", 4, "states"]]],
  ] as const)("%s", (_what, parts, expected) => {
    expect(told(parts, world)).toEqual(expected);
  });
});

describe("checkDataset", () => {
  it("names both rows of a conflict", () => {
    const dataset = datasetOf({ assets: [assetRow("A"), assetRow("A")] });
    const [issue] = checkDataset(dataset, context);
    expect(issue?.text).toContain("row 2 of assets.csv");
  });

  it("counts what it does not show", () => {
    const dataset = datasetOf({ assets: Array.from({ length: 250 }, (_, index) => assetRow(`A${index}`)) });
    const issues = checkDataset(dataset, context);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({ code: "ISSUES_SHORTENED", value: "ASSET_ISOLATED", severity: "info" });
    expect(issues.at(-1)?.text).toContain("150");
  });

  it("says the same of the same dataset, and changes nothing", () => {
    const dataset = datasetOf({ assets: [assetRow("A", { lat: 95, lon: 1 }), assetRow("A")] });
    const before = structuredClone(dataset);
    expect(checkDataset(dataset, context)).toEqual(checkDataset(dataset, context));
    expect(dataset).toEqual(before);
  });

  it("repeats no more of a value than an issue can hold", () => {
    const [issue] = checkDataset(datasetOf({ assets: [assetRow("A", { sector: "s".repeat(5000) })] }), context);
    expect(issue?.value?.length).toBeLessThan(210);
  });
});
