import { distanceKm } from "../../../../analyzer/index.ts";
import { addRow, assetOf, assetsOfKind, type Draft, homeState, isIn, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { gabrielGraph } from "../gabriel-graph.ts";
import { nearest, roundKm } from "../nearest.ts";
import { loadMw } from "./connect-cities.ts";

const gasKinds = ["gas node", "gas border point", "gas storage", "gas producer", "LNG terminal"] as const;

/**
 * Rules G1 and G2: the gas load of a State is spread over the regions of its grid hubs, by their electricity (assumed);
 * regions, border points, storages and terminals of one State are joined to their neighbours (Gabriel graph). A border
 * point belongs to both its States and so joins their nets; its capacity is split over its pipes in each State.
 */
export function addGasNetwork(draft: Draft, tables: EuropeTables): void {
  for (const [state, { gasLoadGwhPerDay }] of tables.states) {
    if (gasLoadGwhPerDay !== undefined) addGasRegions(draft, state, gasLoadGwhPerDay);
  }
  const states = new Set([
    ...tables.states.keys(),
    ...assetsOfKind(draft, ...gasKinds).flatMap((asset) => asset.states.map(({ state }) => state)),
  ]);
  for (const state of [...states].sort()) connectGas(draft, state);
}

/** The gas nodes a State's consumers can be joined to. */
export function gasNodesOf(draft: Draft, state: string): PlacedAsset[] {
  return assetsOfKind(draft, "gas node").filter((asset) => isIn(asset, state));
}

function addGasRegions(draft: Draft, state: string, gwhPerDay: number): void {
  const hubs = assetsOfKind(draft, "substation").filter((hub) => homeState(hub) === state && !isIslandGrid(draft, hub));
  const cities = assetsOfKind(draft, "city").filter((city) => homeState(city) === state && !isIslandGrid(draft, city));
  const total = cities.reduce((sum, city) => sum + loadMw(city), 0);
  for (const hub of hubs) {
    const around = cities.filter((city) => nearest(city, hubs, 1)[0]?.asset.id === hub.id);
    const amount = Math.round((gwhPerDay * around.reduce((sum, city) => sum + loadMw(city), 0)) / total);
    addRow(draft.assets, {
      id: hub.id.replace(/^grid-/, "gas-"),
      name: `Gas grid around ${hub.name.replace("Grid hub ", "")}`,
      sector: "energy",
      kind: "gas node",
      states: hub.states,
      lon: hub.lon,
      lat: hub.lat,
      restartHours: 2,
      consumes: [{ commodity: "gas", amount }],
      source: "rules",
      confidence: 0.4,
      assumed: ["name", "lon", "lat", "restart_hours", "consumes"],
    });
  }
}

/** Islands without a pipe to their State; Sicily, Zealand and Northern Ireland have one. */
function isIslandGrid(draft: Draft, asset: PlacedAsset): boolean {
  const area = draft.areas.get(asset.id) ?? "";
  return ["DK-bornholm", "SE-gotland", "IT-sardinia", "FR-corsica", "GR-crete"].includes(area);
}

function connectGas(draft: Draft, state: string): void {
  const nodes = assetsOfKind(draft, ...gasKinds).filter((asset) => isIn(asset, state));
  const pairs = pairsInside(nodes);
  const pipes = nodes.map((_, node) => pairs.filter((pair) => pair.includes(node)).length);
  for (const [i, j] of pairs) {
    const [a, b] = [nodes[i]!, nodes[j]!];
    const id = `pipe.${a.id}.${b.id}`;
    if (draft.connections.has(id)) continue;
    const capacity = Math.min(pipeCapacity(a, pipes[i]!), pipeCapacity(b, pipes[j]!));
    addRow(draft.connections, {
      id,
      a: a.id,
      b: b.id,
      commodity: "gas",
      ...(Number.isFinite(capacity) ? { capacity, unit: "GWh/d" } : {}),
      lengthKm: roundKm(distanceKm(a, b)),
      method: "inferred",
      ruleId: "G2",
      confidence: 0.4,
      source: "rules",
      assumed: ["length_km", ...(Number.isFinite(capacity) ? ["capacity"] : [])],
    });
  }
}

/**
 * Which nodes of a State are joined: neighbours, but no two border points. What comes in at one reaches the State's own net with the
 * whole capacity of the point, and is not throttled by a smaller one beside it.
 */
function pairsInside(nodes: readonly PlacedAsset[]): (readonly [number, number])[] {
  const isBorder = nodes.map(({ kind }) => kind === "gas border point");
  const inner = nodes.filter((_, node) => !isBorder[node]);
  if (inner.length === 0) return gabrielGraph(nodes);
  const pairs = gabrielGraph(nodes).filter(([i, j]) => !(isBorder[i] && isBorder[j]));
  nodes.forEach((node, i) => {
    const [found] = nearest(node, inner, 1);
    if (!isBorder[i] || found === undefined || pairs.some((pair) => pair.includes(i))) return;
    pairs.push([i, nodes.indexOf(found.asset)]);
  });
  return pairs;
}

function pipeCapacity(asset: PlacedAsset, pipes: number): number {
  if (asset.kind !== "gas border point" || asset.capacity === undefined) return Number.POSITIVE_INFINITY;
  return Math.round(asset.capacity / pipes);
}

/** Rule G3: a gas plant takes its fuel at the nearest gas node of its State and stops without it. */
export function connectGasPlants(draft: Draft, plants: readonly string[]): void {
  for (const id of plants) {
    const plant = assetOf(draft, id);
    const [found] = nearest(plant, gasNodesOf(draft, homeState(plant)), 1);
    if (found === undefined) throw new Error(`${id}: no gas grid in ${homeState(plant)}`);
    addRow(draft.connections, {
      id: `fuel.${id}.${found.asset.id}`,
      a: found.asset.id,
      b: id,
      commodity: "gas",
      lengthKm: roundKm(found.km),
      method: "inferred",
      ruleId: "G3",
      confidence: 0.6,
      source: "rules",
      assumed: ["length_km"],
    });
  }
}
