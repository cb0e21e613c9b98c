import { featuresContaining, iso1A2Codes } from "@rapideditor/country-coder";
import { countries, getCountryDataList } from "countries-list";

const names: ReadonlyMap<string, string> = new Map(Object.entries(countries).map(([code, { name }]) => [code, name]));

/** Every code that is known, in order. */
export const stateCodes: readonly string[] = [...names.keys()].sort();

/** Whether a code is an ISO 3166-1 alpha-2 code, or Kosovo's XK, which is user-assigned but in common use. */
export function knownState(code: string): boolean {
  return names.has(code);
}

/** Codes in use that ISO 3166-1 has otherwise: the European Union writes UK and EL. */
export const otherStateCodes: ReadonlyMap<string, string> = new Map([
  ["UK", "GB"],
  ["EL", "GR"],
]);

/** Codes of two letters by those of three (ISO 3166-1 alpha-3); of Kosovo, which has none there, by XKX and KOS. */
export const stateOfThreeLetters: ReadonlyMap<string, string> = new Map([
  ...getCountryDataList().map(({ iso3, iso2 }) => [iso3, iso2] as const),
  ["KOS", "XK"] as const,
]);

/** The English name of a State, or null for a code that is not known. */
export function stateName(code: string): string | null {
  return names.get(code) ?? null;
}

/** Crimea in the outlines, which give it to the State that holds it; by resolution 68/262 of the General Assembly it is Ukraine's. */
const crimea = "Q7835";

/**
 * Codes at a point (degrees, WGS 84): of the State, and before it of its territory that has a code of its own (`GP`, `FR`);
 * none at sea. The outlines are coarse and mostly drawn by who is in control: good for a warning, not for a border.
 */
export function statesAt(lon: number, lat: number): readonly string[] {
  const codes = iso1A2Codes([lon, lat]).filter(knownState);
  if (!codes.includes("RU")) return codes;
  return featuresContaining([lon, lat]).some(({ properties }) => properties.id === crimea) ? ["UA"] : codes;
}

/** Whether a State lies at a point, or at one of the eight points around it that are so many degrees away. */
export function isNearState(state: string, lon: number, lat: number, degrees: number): boolean {
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return false;
  const steps = [0, -degrees, degrees];
  return steps.some((east) => steps.some((north) => statesAt(lon + east, lat + north).includes(state)));
}
