import { join } from "node:path";
import { RecipeError } from "../recipe-error.ts";
import { readRawRows } from "./raw-rows.ts";

/** What a State uses and wins in a year, from the World Factbook. Absent: the Factbook does not say. */
export interface NationalEnergy {
  /** Mean electricity consumption in MW (yearly kWh over 8,760 h). */
  readonly electricityMw?: number;
  /** Natural gas production in billion cubic metres a year. */
  readonly gasBcm?: number;
}

/** Name of the raw file, relative to the folder of raw files. */
const energyFile = "world-factbook/energy_balance_text.csv";

/** The Factbook's own country codes of the States of the merged set. Monaco has no row there. */
const stateOfCode: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "ag:DZ aj:AZ al:AL am:AM au:AT be:BE bk:BA bo:BY bu:BG cy:CY da:DK eg:EG ei:IE en:EE ez:CZ fi:FI fr:FR gg:GE gm:DE " +
    "gr:GR hr:HR hu:HU ic:IS it:IT kv:XK lg:LV lh:LT lo:SK lu:LU ly:LY md:MD mj:ME mk:MK mo:MA mt:MT nl:NL no:NO pl:PL " +
    "po:PT ri:RS ro:RO rs:RU si:SI sp:ES sw:SE sz:CH ts:TN tu:TR uk:GB up:UA"
  )
    .split(" ")
    .map((pair) => pair.split(":")),
);

const hoursPerYear = 8760;
const factors: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/**
 * Reads the Factbook's energy rows of the States that this recipe knows, by State code. Throws `RecipeError` where the
 * file is missing or a figure cannot be read.
 */
export async function readNationalEnergy(from: string): Promise<ReadonlyMap<string, NationalEnergy>> {
  const states = new Map<string, NationalEnergy>();
  for await (const { row, cells } of readRawRows(join(from, energyFile), [
    "factbook_code",
    "indicator",
    "value_text",
  ])) {
    const state = stateOfCode[cells["factbook_code"] ?? ""];
    if (state === undefined) continue;
    const known = states.get(state) ?? {};
    const value = (): number => parseQuantity(cells["value_text"] ?? "", row);
    if (cells["indicator"] === "Electricity consumption") {
      states.set(state, { ...known, electricityMw: value() / hoursPerYear / 1000 });
    } else if (cells["indicator"] === "Natural gas production") {
      states.set(state, { ...known, gasBcm: value() / 1e9 });
    }
  }
  return states;
}

/** The number at the head of a Factbook text: `162.026 billion kWh (2023 est.)` is 162,026,000,000. */
function parseQuantity(text: string, row: number): number {
  const match = /^([\d.,]+)(?: (million|billion|trillion))? (?:kWh|cubic meters)/.exec(text);
  const number = Number((match?.[1] ?? "").replaceAll(",", ""));
  if (match === null || !Number.isFinite(number)) {
    throw new RecipeError("RECIPE_VALUE_UNKNOWN", `${energyFile}, row ${row}: cannot read "${text}"`, energyFile);
  }
  return number * (factors[match[2] ?? ""] ?? 1);
}
