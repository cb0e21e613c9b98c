import { iso1A2Codes } from "@rapideditor/country-coder";

/** Steps in degrees around a place that are looked at too: a harbour or an airfield on a spit lies at the edge of the land. */
const steps = [0, -0.15, 0.15];

/**
 * True where the place, or one within about 15 km of it, is in the State by country-coder; open sea is in none and passes
 * as well. It only finds faulty places: the State code of a source is never changed by it.
 */
export function isInState(place: { readonly lon: number; readonly lat: number }, state: string): boolean {
  const codes = new Set(
    steps.flatMap((dLon) => steps.flatMap((dLat) => iso1A2Codes([place.lon + dLon, place.lat + dLat]))),
  );
  return codes.size === 0 || codes.has(state);
}
