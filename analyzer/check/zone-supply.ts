import type { Issue } from "../model/issue.ts";
import { mainState } from "../model/main-state.ts";
import type { NetworkSettings } from "../model/network.ts";
import type { Facts } from "./facts.ts";
import type { Islands } from "../model/islands.ts";
import { rowIssue } from "./make-issue.ts";

/** What an island holds of a State: its amounts and its first asset. */
interface Zone {
  readonly asset: number;
  readonly state: string;
  produced: number;
  demand: number;
}

/** What connections carry from one State to another: how many, and how much together (Infinity where one is unknown). */
interface Way {
  readonly from: string;
  readonly to: string;
  count: number;
  capacity: number;
}

/** A zone that has more than this over feeds others. */
const nothing = 1e-9;

/**
 * Is every zone of a network balanced by zones fed? Where a zone produces nothing and nothing that others have over reaches it,
 * its share is 0 from the start, so that it never fails. Islands without a producer are told of by another question.
 */
export function checkZoneSupply(facts: Facts): Issue[] {
  return Object.entries(facts.dataset.description.networks ?? {}).flatMap(([commodity, settings]) => {
    const islands = facts.islands.get(commodity);
    if (settings.balance !== "zones" || islands === undefined) return [];
    const links = linksByIsland(facts, commodity, settings, islands);
    return islands.members.flatMap((members, island) => {
      const zones = zonesOf(facts, commodity, members);
      if (!zones.some(({ produced }) => produced > nothing)) return [];
      return unfed(zones, links[island] ?? [], settings).map(({ asset, state }) => {
        const text = `Nothing that is produced reaches the ${commodity} zone ${state} of this island: it counts as fed from outside the data, and never fails.`;
        const found = { code: "ZONE_WITHOUT_SUPPLY", column: "states", value: state, text } as const;
        return rowIssue(facts.context, "assets", asset, found);
      });
    });
  });
}

function zonesOf({ dataset }: Facts, commodity: string, members: readonly number[]): Zone[] {
  const zones = new Map<string, Zone>();
  for (const index of members) {
    const asset = dataset.assets[index];
    const state = asset === undefined ? null : mainState(asset);
    if (asset === undefined || state === null) continue;
    const zone = zones.get(state) ?? { asset: index, state, produced: 0, demand: 0 };
    zones.set(state, zone);
    zone.produced += asset.produces?.find((amount) => amount.commodity === commodity)?.amount ?? 0;
    zone.demand += asset.consumes?.find((amount) => amount.commodity === commodity)?.amount ?? 0;
  }
  return [...zones.values()];
}

/** The zones that get nothing: no production of their own, and none that others have over reaches them. */
function unfed(zones: readonly Zone[], links: readonly Way[], { sharing }: NetworkSettings): Zone[] {
  const reached = (feeds: (zone: Zone) => boolean) => {
    const states = new Set(zones.filter(feeds).map(({ state }) => state));
    // A Set that grows is walked to its new end.
    for (const state of states) for (const { from, to } of links) if (from === state) states.add(to);
    return states;
  };
  const fed = reached(({ produced, demand }) => (sharing === "shared" ? produced : produced - demand) > nothing);
  // A zone that asks for nothing has enough where any production reaches it, spare or not.
  const touched = reached(({ produced }) => produced > nothing);
  return zones.filter(({ state, produced, demand }) => produced <= nothing && !(demand > 0 ? fed : touched).has(state));
}

/** The links above 0 of each island, with nothing disturbed. */
function linksByIsland(
  facts: Facts,
  commodity: string,
  settings: NetworkSettings,
  { islandOf, members }: Islands,
): Way[][] {
  const all = new Map<string, Way>();
  const inIsland = members.map(() => new Map<string, Way>());
  for (const { a, b, directed, capacity = Infinity, ...connection } of facts.dataset.connections) {
    const ends = [a, b].map((id) => facts.assetIndex.get(id) ?? -1);
    const [from, to] = ends.map((index) => {
      const asset = facts.dataset.assets[index];
      return asset === undefined ? null : mainState(asset);
    });
    const island = inIsland[islandOf.get(ends[0] ?? -1) ?? -1];
    if (connection.commodity !== commodity || island === undefined || from == null || to == null || from === to)
      continue;
    for (const ways of [all, island]) {
      add(ways, from, to, capacity);
      if (directed !== true) add(ways, to, from, capacity);
    }
  }
  const limits = new Map((settings.transferLimits ?? []).map(({ from, to, capacity }) => [`${from} ${to}`, capacity]));
  return inIsland.map((ways) =>
    [...ways].filter(([key, way]) => carries(way, all.get(key), limits.get(key))).map(([, way]) => way),
  );
}

function add(ways: Map<string, Way>, from: string, to: string, capacity: number): void {
  const key = `${from} ${to}`;
  const way = ways.get(key) ?? { from, to, count: 0, capacity: 0 };
  ways.set(key, way);
  way.count += 1;
  way.capacity += capacity;
}

/** Whether anything can flow: a stated limit counts by the island's share of all that carries that way. */
function carries(way: Way, all: Way | undefined, limit: number | undefined): boolean {
  if (limit === undefined) return way.capacity > 0;
  const total = all?.capacity ?? 0;
  const isByCapacity = total > 0 && total < Infinity;
  return limit > 0 && (isByCapacity ? way.capacity : way.count) > 0;
}
