/** Zones of one island, as plain values by position; links that are not named carry nothing. */
export interface PlainZones {
  readonly production: readonly number[];
  readonly demand: readonly number[];
  readonly links: readonly { readonly from: number; readonly to: number; readonly capacity: number }[];
  readonly sharing: "own-first" | "shared";
}

/** A zone that asks for something: what it has by itself, and its share once that is known. */
interface Asking {
  readonly zone: number;
  readonly demand: number;
  readonly own: number;
  share: number | null;
}

/**
 * The share of each zone's demand that is met (model.md section 2, Zones), by asking every set of zones. What the zones of
 * a set get from others is at most what its producers have over and what can flow into it, and nothing else bounds it (Gale,
 * "A theorem on flows in networks", Pacific Journal of Mathematics 7, 1957). All shares rise together until some set allows
 * no more; its zones stay there and the others rise on. No flow is ever made. For up to ten zones.
 */
export function plainFairShares(zones: PlainZones): number[] {
  const count = zones.production.length;
  const bounds = Array.from({ length: 2 ** count }, (_, set) => inflow(zones, set));
  const asking = zones.demand.flatMap((demand, zone): Asking[] =>
    demand > 0 ? [{ zone, demand, own: ownOf(zones, zone), share: null }] : [],
  );
  while (asking.some(({ share }) => share === null)) {
    const levels = bounds.map((bound, set) =>
      levelOf(
        asking.filter(({ zone }) => holds(set, zone)),
        bound,
      ),
    );
    const level = Math.min(1, ...levels);
    const stopped = asking.filter(
      ({ zone, share }) =>
        share === null && (level === 1 || levels.some((most, set) => holds(set, zone) && most <= level + 1e-12)),
    );
    for (const found of stopped) found.share = Math.max(0, level, found.own / found.demand);
  }
  const shares = new Map(asking.map(({ zone, share }) => [zone, share ?? 1]));
  return zones.demand.map((_, zone) => shares.get(zone) ?? (isFed(zones, zone) ? 1 : 0));
}

/** Whether flows exist that give each zone a share of its demand: whether every set of zones can get what it takes. */
export function areFeasible(zones: PlainZones, shares: readonly number[]): boolean {
  const taken = zones.demand.map((demand, zone) => Math.max(0, at(shares, zone) * demand - ownOf(zones, zone)));
  return Array.from({ length: 2 ** taken.length }).every((_, set) => {
    const total = taken.reduce((sum, amount, zone) => sum + (holds(set, zone) ? amount : 0), 0);
    return total <= inflow(zones, set) + 1e-9;
  });
}

/** What the zones of a set have over and can receive from outside it. */
function inflow(zones: PlainZones, set: number): number {
  const { production, links } = zones;
  const over = production.map((amount, zone) => (holds(set, zone) ? amount - ownOf(zones, zone) : 0));
  const into = links.map(({ from, to, capacity }) => (holds(set, to) && !holds(set, from) ? capacity : 0));
  return [...over, ...into].reduce((sum, amount) => sum + amount, 0);
}

/** The level to which the open ones can rise with what comes in; Infinity where none is open. */
function levelOf(zones: readonly Asking[], bound: number): number {
  const taken = zones.reduce((sum, { own, demand, share }) => sum + (share === null ? 0 : share * demand - own), 0);
  const open = zones.filter(({ share }) => share === null).sort((x, y) => x.own / x.demand - y.own / y.demand);
  let [own, demand] = [0, 0];
  for (const [index, zone] of open.entries()) {
    own += zone.own;
    demand += zone.demand;
    const level = (bound - taken + own) / demand;
    const next = open[index + 1];
    if (next === undefined || level <= next.own / next.demand) return level;
  }
  return Infinity;
}

/** Whether some production reaches a zone over links above 0. */
function isFed({ production, links }: PlainZones, zone: number): boolean {
  const reaching = new Set([zone]);
  // A Set that grows is walked to its new end.
  for (const to of reaching) for (const link of links) if (link.to === to && link.capacity > 0) reaching.add(link.from);
  return [...reaching].some((from) => at(production, from) > 1e-9);
}

/** What a zone has of its demand before anything is shared out. */
function ownOf({ sharing, production, demand }: PlainZones, zone: number): number {
  return sharing === "own-first" ? Math.min(at(production, zone), at(demand, zone)) : 0;
}

const holds = (set: number, zone: number) => (set & (1 << zone)) !== 0;

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
