import { describe, expect, it } from "vitest";
import type { CheckContext, Dataset, PlaceClass } from "../../../analyzer/index.ts";
import { assetRow, connectionRow, dependencyRow } from "../../support/rows.ts";
import { type Brief, context, described, needs, tied, told } from "../../support/rows-told.ts";

const world: CheckContext = {
  ...context,
  knownState: (code) => ["DE", "FR"].includes(code),
  statesAt: (lon) => (lon < 0 ? [] : lon < 7 ? ["GP", "FR"] : ["DE"]),
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
  [
    "more people than there are",
    tied({ peopleServed: 2e10 }),
    [["VALUE_OUT_OF_RANGE", "assets.csv", 4, "people_served"]],
  ],
  [
    "an amount that sums cannot hold",
    tied({ produces: [{ commodity: "heat", amount: 1e300 }] }),
    [
      ["VALUE_OUT_OF_RANGE", "assets.csv", 4, "produces"],
      ["AMOUNT_NOT_CONNECTED", "assets.csv", 4, "produces"],
    ],
  ],
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
];

describe("of rows by themselves, checkDataset tells of", () => {
  it.each(cases)("%s", (_what, parts, expected) => {
    expect(told(parts)).toEqual(expected);
  });
});

describe("checkDataset, knowing the world, tells of", () => {
  const at = (lon: number, state: string, placeClass?: PlaceClass) =>
    tied({ lon, lat: 50, states: [{ state, share: 1 }], ...(placeClass === undefined ? {} : { placeClass }) });
  it.each([
    ["a place in another State", at(2, "DE"), [["PLACE_OUTSIDE_STATE", "assets.csv", 4, "states"]]],
    ["no place in its State", at(2, "FR"), []],
    ["no place at sea", at(-30, "DE"), []],
    ["no coarse place within half a cell of its State", at(6.96, "DE", "Z3"), []],
    ["a coarse place further away", at(6.9, "DE", "Z3"), [["PLACE_OUTSIDE_STATE", "assets.csv", 4, "states"]]],
    ["a finer place as near as that", at(6.96, "DE", "Z4"), [["PLACE_OUTSIDE_STATE", "assets.csv", 4, "states"]]],
    ["no place of a fictional State", at(2, "XA"), []],
    ["a State that does not exist", at(2, "UK"), [["STATE_UNKNOWN", "assets.csv", 4, "states"]]],
  ] as const)("%s", (_what, parts, expected) => {
    expect(told(parts, world)).toEqual(expected);
  });
});
