import type { Levels } from "./plain-engine-network.ts";
import type { PlainLine, PlainNetwork } from "./plain-engine-system.ts";
import { plainFairShares } from "./plain-fair-shares.ts";

/** Connections that carry from one zone to another. */
interface Crossing {
  readonly from: string;
  readonly to: string;
  readonly line: PlainLine;
}

/** The share that is met of the demand of an asset's zone within its island (model.md section 2, Zones). */
export function zoneRatio(network: PlainNetwork, member: string, island: ReadonlySet<string>, levels: Levels): number {
  const { zones, producers, demands } = network;
  if (zones === null) throw new Error(`${network.commodity} is not balanced by zones`);
  const zoneOf = (id: string) => zones.zoneOf.get(id) ?? "";
  const names = [...new Set([...island].map(zoneOf))].sort();
  const sum = (zone: string, amounts: ReadonlyMap<string, number | undefined>, at: (id: string) => number) =>
    [...amounts].reduce(
      (total, [id, amount]) => (island.has(id) && zoneOf(id) === zone ? total + (amount ?? 0) * at(id) : total),
      0,
    );
  const links = names.flatMap((from, first) =>
    names.flatMap((to, second) =>
      from === to ? [] : [{ from: first, to: second, capacity: linkCapacity(network, from, to, island) }],
    ),
  );
  const shares = plainFairShares({
    production: names.map((zone) => sum(zone, producers, (id) => levels.get(id) ?? 1)),
    demand: names.map((zone) => sum(zone, demands, () => 1)),
    links,
    sharing: zones.sharing,
  });
  return shares[names.indexOf(zoneOf(member))] ?? 0;
}

/** What can flow from one zone to another within an island, by its connections or by the limit that is stated. */
function linkCapacity(network: PlainNetwork, from: string, to: string, island: ReadonlySet<string>): number {
  const all = crossings(network).filter((crossing) => crossing.from === from && crossing.to === to);
  const open = all.filter(({ line }) => island.has(line.a) && island.has(line.b));
  const capacityOf = (list: readonly Crossing[]) =>
    list.reduce((sum, { line }) => sum + (line.capacity ?? Infinity), 0);
  const limit = network.zones?.limits.get(`${from} ${to}`);
  if (limit === undefined) return capacityOf(open);
  if (all.length === 0) return 0;
  const isByCapacity = all.every(({ line }) => line.capacity !== undefined) && capacityOf(all) !== 0;
  return limit * (isByCapacity ? capacityOf(open) / capacityOf(all) : open.length / all.length);
}

function crossings({ lines, zones }: PlainNetwork): Crossing[] {
  const zoneOf = (id: string) => zones?.zoneOf.get(id) ?? "";
  return lines.flatMap((line) => {
    const [a, b] = [zoneOf(line.a), zoneOf(line.b)];
    const there = { from: a, to: b, line };
    return line.directed ? [there] : [there, { from: b, to: a, line }];
  });
}
