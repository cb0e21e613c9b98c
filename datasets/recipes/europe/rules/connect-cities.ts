import { addRow, assetsOfKind, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { confidenceByDistance, nearest, roundKm } from "../nearest.ts";
import { hubsOf } from "./add-grid-hubs.ts";

const reachKm = 300;

/**
 * Rule E4: a city takes electricity from the two nearest hubs of its grid. The peak load of its State is spread over the
 * State's cities by people (assumed), so that the whole demand of a State is stated.
 */
export function connectCities(draft: Draft, tables: EuropeTables): void {
  const people = new Map<string, number>();
  const cities = assetsOfKind(draft, "city");
  for (const city of cities) {
    people.set(homeState(city), (people.get(homeState(city)) ?? 0) + (city.peopleServed ?? 0));
  }
  for (const city of cities) {
    const load = tables.states.get(homeState(city))?.peakLoadMw ?? 0;
    const share = (city.peopleServed ?? 0) / (people.get(homeState(city)) ?? 1);
    draft.assets.set(city.id, {
      ...city,
      consumes: [{ commodity: "electricity", amount: Math.max(1, Math.round(load * share)) }],
      assumed: [...(city.assumed ?? []), "consumes"],
    });
    for (const { asset: hub, km } of nearest(city, hubsOf(draft, draft.areas.get(city.id) ?? ""), 2)) {
      addRow(draft.connections, {
        id: `supply.${city.id}.${hub.id}`,
        a: hub.id,
        b: city.id,
        commodity: "electricity",
        lengthKm: roundKm(km),
        method: "inferred",
        ruleId: "E4",
        confidence: confidenceByDistance(km, reachKm),
        source: "rules",
        assumed: ["length_km"],
      });
    }
  }
}

/** Electricity a city asks for, in MW. */
export function loadMw(asset: { readonly consumes?: readonly { readonly amount?: number }[] }): number {
  return asset.consumes?.[0]?.amount ?? 0;
}
