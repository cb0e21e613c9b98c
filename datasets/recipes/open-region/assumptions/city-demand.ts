import { assume, type Draft, stateOf } from "../draft.ts";
import { neighboursOf } from "../islands.ts";
import type { NationalEnergy } from "../sources/national-energy.ts";

/**
 * A1: the mean electricity consumption of a State is asked for by those of its cities that the grid of the data reaches,
 * by their people, in tenths of a MW. A city without a feed states no demand; so does one whose State the Factbook lacks.
 */
export function assumeCityDemand(draft: Draft, energy: ReadonlyMap<string, NationalEnergy>): void {
  const onGrid = neighboursOf(draft.connections, "electricity");
  const cities = [...draft.assets.values()].filter((asset) => asset.kind === "city" && onGrid.has(asset.id));
  const people = new Map<string, number>();
  for (const city of cities) {
    people.set(stateOf(city), (people.get(stateOf(city)) ?? 0) + (city.peopleServed ?? 0));
  }
  for (const city of cities) {
    const { peopleServed } = city;
    const nationalMw = energy.get(stateOf(city))?.electricityMw;
    const ofState = people.get(stateOf(city)) ?? 0;
    if (nationalMw === undefined || peopleServed === undefined || ofState === 0) {
      draft.notes.push(`A1: no demand for ${city.id} (${city.name}): no national consumption or no people are known`);
      continue;
    }
    const amount = Math.round(((nationalMw * peopleServed) / ofState) * 10) / 10;
    assume(draft, city.id, { consumes: [{ commodity: "electricity", amount }] });
  }
}
