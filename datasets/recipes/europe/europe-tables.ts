import type { TransferLimit } from "../../../analyzer/index.ts";
import { type AutonomyTable, readAutonomy } from "./autonomy.ts";
import { type Fact, factFiles, parseFact } from "./fact.ts";
import { number, optionalNumber, readTable, type TableRow, text, words } from "./table.ts";
import { readTransferLimits } from "./transfer-limits.ts";

/** A State of the dataset with what is assumed for the whole of it. */
export interface StateRow {
  readonly state: string;
  readonly populationMillions: number;
  readonly peakLoadMw: number;
  /** Production that is there on a winter evening, as a share of the peak load. */
  readonly supplyRatio: number;
  /** Gas load of a winter day in GWh/d; none where the State has no gas grid. */
  readonly gasLoadGwhPerDay?: number;
  /** Id of the payment system its people use. */
  readonly paymentSystem?: string;
  /** States whose food hubs it lives on, where not its own. */
  readonly foodStates: readonly string[];
  readonly confidence: number;
}

/** A part of a State with a grid of its own (an island), which only interconnectors join to the rest. */
export interface GridArea {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly box: { readonly minLon: number; readonly minLat: number; readonly maxLon: number; readonly maxLat: number };
  /** Cities taken in although they have less than 100,000 people. */
  readonly cities: readonly string[];
  readonly supplyRatio: number;
}

export interface Fuel {
  /** Share of the capacity that counts as available, 0..1. */
  readonly availableShare: number;
  /** True where the plant burns gas out of the gas network. */
  readonly gasNetwork: boolean;
}

/** Everything that is authored: facts, the assumed tables, named dependencies. */
export interface EuropeTables {
  readonly states: ReadonlyMap<string, StateRow>;
  readonly gridAreas: readonly GridArea[];
  readonly fuels: ReadonlyMap<string, Fuel>;
  readonly restartHours: ReadonlyMap<string, number>;
  readonly autonomy: AutonomyTable;
  /** UN/LOCODE of each main port to the sea it lies on. */
  readonly ports: ReadonlyMap<string, string>;
  readonly facts: readonly Fact[];
  readonly namedDependencies: readonly TableRow[];
  readonly airLinks: readonly TableRow[];
  readonly transferLimits: readonly TransferLimit[];
}

/** Reads the folder of authored tables. Throws `RecipeError` where a file, a column or a number is missing. */
export function readEuropeTables(folder: string): EuropeTables {
  return {
    states: new Map(readTable(folder, "states.csv").map((row) => [text(row, "state"), parseState(row)])),
    gridAreas: readTable(folder, "grid-areas.csv").map(parseGridArea),
    fuels: new Map(readTable(folder, "fuels.csv").map((row) => [text(row, "fuel"), parseFuel(row)])),
    restartHours: new Map(
      readTable(folder, "kinds.csv").map((row) => [text(row, "kind"), number(row, "restart_hours")]),
    ),
    autonomy: readAutonomy(folder),
    ports: new Map(readTable(folder, "ports.csv").map((row) => [text(row, "unlocode"), text(row, "sea")])),
    facts: factFiles.flatMap((file) => readTable(folder, file).map(parseFact)),
    namedDependencies: readTable(folder, "dependencies.csv"),
    airLinks: readTable(folder, "air-links.csv"),
    transferLimits: readTransferLimits(folder),
  };
}

function parseState(row: TableRow): StateRow {
  const gasLoadGwhPerDay = optionalNumber(row, "gas_load_gwh_d");
  const paymentSystem = text(row, "payment_system");
  return {
    state: text(row, "state"),
    populationMillions: number(row, "population_m"),
    peakLoadMw: number(row, "peak_load_mw"),
    supplyRatio: number(row, "supply_ratio"),
    ...(gasLoadGwhPerDay === undefined ? {} : { gasLoadGwhPerDay }),
    ...(paymentSystem === "" ? {} : { paymentSystem }),
    foodStates: words(row, "food_states"),
    confidence: number(row, "confidence"),
  };
}

function parseGridArea(row: TableRow): GridArea {
  return {
    id: text(row, "id"),
    name: text(row, "name"),
    state: text(row, "state"),
    box: {
      minLon: number(row, "min_lon"),
      minLat: number(row, "min_lat"),
      maxLon: number(row, "max_lon"),
      maxLat: number(row, "max_lat"),
    },
    cities: words(row, "cities"),
    supplyRatio: number(row, "supply_ratio"),
  };
}

function parseFuel(row: TableRow): Fuel {
  return { availableShare: number(row, "available_share"), gasNetwork: text(row, "gas_network") === "yes" };
}
