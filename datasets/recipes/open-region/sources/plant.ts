import type { Region } from "../region.ts";

/** The kind of every power plant, whatever its fuel, so that one selection takes all plants of a State. */
export const plantKind = "power plant";

/** A plant of a list of plants, in the words of this recipe. */
export interface Plant {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly lon: number;
  readonly lat: number;
  readonly mw: number;
  /** As one word: `natural-gas`. */
  readonly fuel: string;
  readonly source: string;
  readonly sourceIds: readonly string[];
  /** Ids of the hydro-power database of the JRC: `H402`. */
  readonly jrcIds: readonly string[];
  /** Energy identification codes. */
  readonly eics: readonly string[];
}

export type PlantList = NonNullable<Region["sources"]["plants"]>[number];

/** A fuel as one word: `Natural Gas` is `natural-gas`. */
export function fuelWord(fuel: string): string {
  return fuel.toLowerCase().replaceAll(" ", "-");
}
