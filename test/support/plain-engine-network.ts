import type { PlainNetwork } from "./plain-engine-system.ts";
import { reachable } from "./plain-engine-system.ts";
import { zoneRatio } from "./plain-engine-zones.ts";

export type Levels = ReadonlyMap<string, number>;

/** Who lets a commodity through at an instant, and whose availability is above 0. */
export interface Conduction {
  readonly conducting: ReadonlySet<string>;
  readonly available: ReadonlySet<string>;
}

/**
 * The level at which a network serves one of its assets (model.md section 2, Networks): the supply ratio it touches, as a
 * share of the ratio it sees with nothing disturbed; 1 where that one is 0.
 */
export function servedLevel(network: PlainNetwork, id: string, levels: Levels, conduction: Conduction): number {
  const undisturbed = ratioSeen(network, id, new Map(), { conducting: network.members, available: network.members });
  if (undisturbed === 0) return 1;
  return Math.min(1, ratioSeen(network, id, levels, conduction) / undisturbed);
}

function ratioSeen(network: PlainNetwork, id: string, levels: Levels, conduction: Conduction): number {
  const { conducting, available } = conduction;
  if (network.lines.some((line) => line.directed) && !isFed(network, id, levels, conducting)) return 0;
  const neighbours = network.lines.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : []));
  const touched = conducting.has(id)
    ? [id]
    : available.has(id)
      ? neighbours.filter((neighbour) => conducting.has(neighbour))
      : [];
  return Math.max(0, ...touched.map((member) => ratioAt(network, member, conducting, levels)));
}

/** The supply ratio of a conducting asset: its zone's within its island, or its whole island's. */
function ratioAt(network: PlainNetwork, member: string, conducting: ReadonlySet<string>, levels: Levels): number {
  const island = islandOf(network, member, conducting);
  return network.zones === null ? islandRatio(network, island, levels) : zoneRatio(network, member, island, levels);
}

/** The connected part over conducting assets that holds `member`, directions ignored. */
function islandOf(network: PlainNetwork, member: string, conducting: ReadonlySet<string>): Set<string> {
  const open = network.lines.filter(({ a, b }) => conducting.has(a) && conducting.has(b));
  return reachable(edgesOf(open.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const])), member);
}

function islandRatio(network: PlainNetwork, island: ReadonlySet<string>, levels: Levels): number {
  const producers = [...network.producers].filter(([id]) => island.has(id));
  if (producers.length === 0) return 0;
  const demand = [...network.demands].reduce((sum, [id, amount]) => (island.has(id) ? sum + amount : sum), 0);
  if (demand === 0 || producers.some(([, amount]) => amount === undefined)) {
    return Math.max(...producers.map(([id]) => levels.get(id) ?? 1));
  }
  const produced = producers.reduce((sum, [id, amount]) => sum + (amount ?? 0) * (levels.get(id) ?? 1), 0);
  return Math.min(1, produced / demand);
}

/** Whether a running producer reaches the asset along the directions over conducting assets; the last step needs none. */
function isFed(network: PlainNetwork, id: string, levels: Levels, conducting: ReadonlySet<string>): boolean {
  const steps = network.lines
    .flatMap(({ a, b, directed }) => (directed ? [[a, b] as const] : [[a, b] as const, [b, a] as const]))
    .filter(([from, to]) => conducting.has(from) && (conducting.has(to) || to === id));
  const running = [...network.producers.keys()].filter((p) => conducting.has(p) && (levels.get(p) ?? 1) > 1e-9);
  return running.some((producer) => reachable(edgesOf(steps), producer).has(id));
}

function edgesOf(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const [from, to] of pairs) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  return edges;
}
