import { byId, distanceKm } from "../../../../analyzer/index.ts";
import { assume, type Draft, type PlacedAsset, stateOf } from "../draft.ts";
import type { Region } from "../region.ts";
import { neighboursOf } from "../islands.ts";
import type { NationalEnergy } from "../sources/national-energy.ts";

/** Where gas comes in: States at the edge of the pipes of the data, LNG terminals and landing points of sea pipes. */
type GasEntries = NonNullable<Region["gasEntries"]>;

const leastProductionBcm = 1;
const reachKm = 80;

/**
 * A3: the raw pipes name no source of gas. Assumed to be sources, without an amount:
 * - every end of a pipe (a node with one connection) in the States of the region file where the data stop;
 * - the node with the most pipes of every other State that wins 1 billion m3 a year or more (World Factbook);
 * - the node of the State nearest to each stated LNG terminal and sea pipe landing, within 80 km.
 * An island of pipes without any of these stays without a source: "fed from outside the data".
 */
export function assumeGasSources(
  draft: Draft,
  energy: ReadonlyMap<string, NationalEnergy>,
  { edgeStates, points }: GasEntries,
): void {
  const neighbours = neighboursOf(draft.connections, "gas");
  const pipes = (asset: PlacedAsset): number => neighbours.get(asset.id)?.length ?? 0;
  const nodes = [...draft.assets.values()].filter((asset) => pipes(asset) > 0).sort(byId);
  const sources = new Set<string>();
  for (const node of nodes) if (edgeStates.includes(stateOf(node)) && pipes(node) === 1) sources.add(node.id);
  for (const state of new Set(nodes.map(stateOf))) {
    if (edgeStates.includes(state) || (energy.get(state)?.gasBcm ?? 0) < leastProductionBcm) continue;
    const own = nodes.filter((node) => stateOf(node) === state);
    const hub = own.reduce((best, node) => (pipes(node) > pipes(best) ? node : best));
    sources.add(hub.id);
  }
  for (const point of points) {
    const nearest = nearestNode(nodes, point);
    if (nearest === null) draft.notes.push(`A3: no gas node of ${point.state} within ${reachKm} km of ${point.name}`);
    else sources.add(nearest);
  }
  for (const id of sources) assume(draft, id, { produces: [{ commodity: "gas" }] });
  draft.notes.push(`A3: ${sources.size} gas nodes are assumed sources of gas`);
}

function nearestNode(nodes: readonly PlacedAsset[], point: GasEntries["points"][number]): string | null {
  let best: { id: string; km: number } | null = null;
  for (const node of nodes) {
    if (stateOf(node) !== point.state) continue;
    const km = distanceKm(node, point);
    if (km <= reachKm && (best === null || km < best.km)) best = { id: node.id, km };
  }
  return best?.id ?? null;
}
