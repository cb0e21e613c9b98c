import { distanceKm } from "../../../../analyzer/index.ts";
import { byPeople } from "../../by-people.ts";
import { addRow, assetOf, assetsOfKind, type Draft, homeState, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { gabrielGraph } from "../gabriel-graph.ts";
import { roundKm } from "../nearest.ts";

/** One hub for about so many million people and one more, at most twelve in a State's own grid, one or two in an island grid. */
const millionsPerHub = 4;
const mostHubs = 12;
/** Hubs of one grid keep so many km apart. */
const spacingKm = { large: 100, small: 50 };

/**
 * Rule E1: the transmission grid of a State as a few hubs at its largest cities, joined to their neighbours (Gabriel
 * graph). A hub stands for the substations of its region: its name, its place and the lines are inferred, not observed.
 */
export function addGridHubs(draft: Draft, tables: EuropeTables): void {
  const cities = assetsOfKind(draft, "city").sort(byPeople);
  const areas = [...new Set(draft.areas.values())].sort();
  for (const area of areas) {
    const own = cities.filter(({ id }) => draft.areas.get(id) === area);
    const hubs = chooseHubCities(own, hubCount(area, own, tables)).map((city) => addHub(draft, city, area));
    connectHubs(draft, hubs);
  }
}

/** The grid hubs of an area, by id. */
export function hubsOf(draft: Draft, area: string): PlacedAsset[] {
  return assetsOfKind(draft, "substation").filter(({ id }) => draft.areas.get(id) === area);
}

function hubCount(area: string, cities: readonly PlacedAsset[], tables: EuropeTables): number {
  const state = tables.states.get(area);
  if (state === undefined) return cities.length > 2 ? 2 : 1;
  if (state.paymentSystem === undefined) return 1;
  const millions = state.populationMillions;
  return millions < 0.3 ? 1 : Math.min(mostHubs, Math.max(2, Math.ceil(millions / millionsPerHub) + 1));
}

function chooseHubCities(cities: readonly PlacedAsset[], count: number): PlacedAsset[] {
  const chosen: PlacedAsset[] = [];
  for (const spacing of [spacingKm.large, spacingKm.small]) {
    for (const city of cities) {
      if (chosen.length >= count) return chosen;
      if (chosen.every((other) => distanceKm(other, city) >= spacing)) chosen.push(city);
    }
  }
  return chosen;
}

function addHub(draft: Draft, city: PlacedAsset, area: string): PlacedAsset {
  const id = city.id.replace(/^city-/, "grid-");
  addRow(draft.assets, {
    id,
    name: `Grid hub ${city.name}`,
    sector: "energy",
    kind: "substation",
    states: [{ state: homeState(city), share: 1 }],
    lon: city.lon,
    lat: city.lat,
    restartHours: 2,
    source: "rules",
    confidence: 0.5,
    assumed: ["name", "lon", "lat", "restart_hours"],
  });
  draft.areas.set(id, area);
  return assetOf(draft, id);
}

function connectHubs(draft: Draft, hubs: readonly PlacedAsset[]): void {
  for (const [i, j] of gabrielGraph(hubs)) {
    const [a, b] = [hubs[i]!, hubs[j]!];
    addRow(draft.connections, {
      id: `line.${a.id}.${b.id}`,
      a: a.id,
      b: b.id,
      commodity: "electricity",
      lengthKm: roundKm(distanceKm(a, b)),
      method: "inferred",
      ruleId: "E1",
      confidence: 0.5,
      source: "rules",
      assumed: ["length_km"],
    });
  }
}
