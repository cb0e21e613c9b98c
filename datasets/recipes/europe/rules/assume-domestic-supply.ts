import { addRow, assetsOfKind, type Draft, homeState, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { loadMw } from "./connect-cities.ts";
import { hubsOf } from "./add-grid-hubs.ts";

/**
 * Rule E5: the plants of the facts table are the large ones only. What the rest of a grid gives on a winter evening is one
 * assumed producer at each of its hubs, all equal: together they bring the grid to the supply ratio of its State (or
 * island). A grid whose listed plants already give that much gets none.
 */
export function assumeDomesticSupply(draft: Draft, tables: EuropeTables): void {
  for (const area of [...new Set(draft.areas.values())].sort()) {
    const hubs = hubsOf(draft, area);
    const cities = assetsOfKind(draft, "city").filter(({ id }) => draft.areas.get(id) === area);
    const load = cities.reduce((sum, city) => sum + loadMw(city), 0);
    const missing = load * supplyRatio(area, tables) - listedMw(draft, hubs);
    const amount = Math.round(missing / hubs.length);
    if (amount >= 1) for (const hub of hubs) addSupply(draft, hub, amount);
  }
}

function supplyRatio(area: string, tables: EuropeTables): number {
  return tables.states.get(area)?.supplyRatio ?? tables.gridAreas.find(({ id }) => id === area)?.supplyRatio ?? 1;
}

/** What the plants connected to these hubs produce; a plant at two hubs counts once. */
function listedMw(draft: Draft, hubs: readonly PlacedAsset[]): number {
  const ids = new Set(hubs.map(({ id }) => id));
  const plants = new Set(
    [...draft.connections.values()].filter(({ b, ruleId }) => ruleId === "E2" && ids.has(b)).map(({ a }) => a),
  );
  return [...plants].reduce((sum, id) => sum + (draft.assets.get(id)?.produces?.[0]?.amount ?? 0), 0);
}

function addSupply(draft: Draft, hub: PlacedAsset, amount: number): void {
  const id = hub.id.replace(/^grid-/, "supply-");
  addRow(draft.assets, {
    id,
    name: `Other power supply around ${hub.name.replace("Grid hub ", "")}`,
    sector: "energy",
    kind: "power supply",
    states: [{ state: homeState(hub), share: 1 }],
    lon: hub.lon,
    lat: hub.lat,
    restartHours: 6,
    produces: [{ commodity: "electricity", amount }],
    source: "rules",
    confidence: 0.3,
    assumed: ["name", "lon", "lat", "restart_hours", "produces"],
  });
  addRow(draft.connections, {
    id: `feed.${id}.${hub.id}`,
    a: id,
    b: hub.id,
    commodity: "electricity",
    method: "inferred",
    ruleId: "E5",
    confidence: 0.3,
    source: "rules",
  });
}
