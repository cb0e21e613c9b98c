import type { Severity } from "../model/issue.ts";

/** What a code of a check says, and how bad it is. */
interface Code {
  readonly severity: Severity;
  readonly meaning: string;
}

/** Every issue a check can return. The one place where these codes are written down. */
export const checkCodes = {
  VALUE_MISSING: { severity: "error", meaning: "A required value is empty" },
  VALUE_WRONG_TYPE: { severity: "error", meaning: "A value is not of the type its column holds" },
  VALUE_OUT_OF_RANGE: { severity: "error", meaning: "A number is not finite, or outside the range of its column" },
  VALUE_NOT_A_CHOICE: { severity: "error", meaning: "A value is none of the words its column allows" },
  VALUE_NOT_TEXT: { severity: "error", meaning: "A text holds control characters or broken Unicode" },
  VALUE_REPEATED: { severity: "error", meaning: "A cell names the same State, commodity or column twice" },
  STATE_SHARES_SUM: { severity: "error", meaning: "The shares of the States of an asset do not sum to 1" },
  ID_INVALID: { severity: "error", meaning: "An id is too long, holds invisible characters or starts with @" },
  ID_DUPLICATE: { severity: "error", meaning: "Two rows of one table have the same id" },
  ID_SHARED: { severity: "info", meaning: "Rows of different tables have the same id" },
  REFERENCE_UNKNOWN: { severity: "error", meaning: "A row names an asset that does not exist" },
  SECTOR_UNKNOWN: { severity: "error", meaning: "A sector is not in the vocabulary" },
  KIND_UNKNOWN: { severity: "error", meaning: "A kind of asset is not in the vocabulary" },
  COMMODITY_UNKNOWN: { severity: "error", meaning: "A commodity is not in the vocabulary" },
  STATE_UNKNOWN: { severity: "error", meaning: "A State code is neither ISO 3166-1 nor named by the dataset" },
  STATE_UNNAMED: { severity: "error", meaning: "A user-assigned State code has no name in dataset.json" },
  PLACE_HALF: { severity: "error", meaning: "A row has a longitude without a latitude, or the other way round" },
  PLACE_OUTSIDE_STATE: { severity: "warning", meaning: "The place of an asset is in none of its States" },
  DEPENDENCY_ON_SELF: { severity: "error", meaning: "An asset depends on itself" },
  CONNECTION_TO_SELF: { severity: "error", meaning: "A connection has the same asset at both ends" },
  GROUP_COLUMNS_DISAGREE: { severity: "error", meaning: "Two rows of one input group state different values for it" },
  GROUP_NEED_UNREACHABLE: { severity: "error", meaning: "A group needs more than its providers give together" },
  GROUP_NAME_RESERVED: { severity: "error", meaning: "A group name starts with @, which is kept for networks" },
  NETWORK_NOT_CONNECTED: { severity: "error", meaning: "A row names the network of an asset that is not in it" },
  NETWORK_OF_PRODUCER: { severity: "error", meaning: "A row makes a producer depend on the network it feeds" },
  NETWORK_ROW_REPEATED: { severity: "error", meaning: "An asset has two rows for the same network" },
  NETWORK_ROW_LAG: { severity: "error", meaning: "A row for a network states a lag" },
  NETWORK_ZONES_UNSUPPORTED: { severity: "error", meaning: 'A network is balanced by "zones", not supported yet' },
  NETWORK_LIMIT_REPEATED: { severity: "error", meaning: "Two transfer limits for the same pair and direction" },
  NETWORK_LIMIT_TO_SELF: { severity: "error", meaning: "A transfer limit from a State to itself" },
  NETWORK_WITHOUT_PRODUCER: { severity: "info", meaning: "No asset of a network produces its commodity" },
  ISLAND_WITHOUT_PRODUCER: { severity: "info", meaning: "An island of a network is fed from outside the data" },
  ISLAND_DEMAND_ABOVE_SUPPLY: { severity: "warning", meaning: "An island asks for more than it produces" },
  AMOUNT_NOT_CONNECTED: { severity: "warning", meaning: "An asset gives or takes a commodity but has no connection" },
  ASSET_ISOLATED: { severity: "info", meaning: "An asset has no dependency and no connection" },
  REPAIR_ORDER: { severity: "error", meaning: "Repair hours are not in the order low, likely, high" },
  CAPACITY_WITHOUT_UNIT: { severity: "warning", meaning: "A capacity has no unit" },
  CAPACITY_UNITS_MIXED: {
    severity: "warning",
    meaning: "Connections of one network state capacities in several units",
  },
  ASSUMED_UNKNOWN: { severity: "error", meaning: "`assumed` names a column that does not exist" },
  SOURCE_MISSING: { severity: "error", meaning: "The dataset names no source" },
  LICENCE_MISSING: { severity: "error", meaning: "The dataset or one of its sources names no licence" },
  ROW_SOURCE_MISSING: { severity: "warning", meaning: "Rows of a table state no source" },
  DATASET_WITHOUT_ASSETS: { severity: "warning", meaning: "The dataset has no asset" },
  ISSUES_SHORTENED: { severity: "info", meaning: "More issues of one code were found than are shown" },
} as const satisfies Readonly<Record<string, Code>>;

export type CheckCode = keyof typeof checkCodes;
