import type { RawFiles } from "../../raw-files.ts";
import { type RawRow, readRawRows } from "../../raw-rows.ts";
import { factbookState } from "./factbook-state.ts";

/** What a State uses and wins in a year, from the World Factbook. Absent: the Factbook does not say. */
export interface NationalEnergy {
  /** Mean electricity consumption in MW (yearly kWh over 8,760 h). */
  readonly electricityMw?: number;
  /** Natural gas production in billion cubic metres a year. */
  readonly gasBcm?: number;
}

const hoursPerYear = 8760;
const factors: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/** Reads the Factbook's energy rows of these States, by State code. Throws `RecipeError` where the file is missing or a figure cannot be read. */
export async function readNationalEnergy(
  raw: RawFiles,
  file: string,
  states: readonly string[],
): Promise<ReadonlyMap<string, NationalEnergy>> {
  const found = new Map<string, NationalEnergy>();
  for await (const row of readRawRows(raw, file, ["factbook_code", "country", "indicator", "value_text"])) {
    const state = factbookState(row.text("country"), row.text("factbook_code"));
    const indicator = row.text("indicator");
    if (state === null || !states.includes(state)) row.leaveOut("outside the region");
    else if (indicator === "Electricity consumption") {
      found.set(state, { ...found.get(state), electricityMw: quantity(row) / hoursPerYear / 1000 });
    } else if (indicator === "Natural gas production") {
      found.set(state, { ...found.get(state), gasBcm: quantity(row) / 1e9 });
    } else row.leaveOut("another indicator");
  }
  return found;
}

/** The number at the head of a Factbook text: `162.026 billion kWh (2023 est.)` is 162,026,000,000. */
function quantity(row: RawRow): number {
  const match = /^([\d.,]+)(?: (million|billion|trillion))? (?:kWh|cubic meters)/.exec(row.text("value_text"));
  const number = Number((match?.[1] ?? "").replaceAll(",", ""));
  if (match === null || !Number.isFinite(number)) throw row.unusable("value_text");
  return number * (factors[match[2] ?? ""] ?? 1);
}
