import type { NetworkSharing } from "../../model/network.ts";

/** The zones of one island, what can flow between them, and the share of each demand that is met. Zones are positions. */
export interface ZoneIsland {
  readonly sharing: NetworkSharing;
  /** [zone] State code, ascending. */
  readonly codes: readonly string[];
  readonly production: readonly number[];
  /** [zone] nominal demand, 0 where none is stated. */
  readonly demand: readonly number[];
  readonly share: readonly number[];
  /** Each way of each pair by itself, by `from` and then `to`; Infinity for no limit. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly capacity: number }[];
}

/** What flows from one zone to another. */
export interface LinkFlow {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  /** The most that could flow, null for no limit. */
  readonly capacity: number | null;
  /** Whether it is full and keeps a zone short: a wider link would let others give more to it. */
  readonly binds: boolean;
}

export interface ZoneFlows {
  /** The links that carry something or bind, by `from` and then `to`. */
  readonly flows: readonly LinkFlow[];
  /** Zones whose demand is not met in full. */
  readonly short: readonly string[];
}

/** Shares closer than this are equal. */
const sameShare = 1e-9;

/**
 * Who sends how much to whom, and which link keeps whom short.
 *
 * Shares are unique, flows are not. The flows told are those of the least total over all links that give every zone its share;
 * between equal ones, supply is taken in the order of zones, the nearest zone that wants some first. Only the difference of two
 * ways of a pair is told: nothing flows in a circle.
 * Method: successive shortest paths (Busacker and Gowen, ORO Technical Paper 15, 1960) with Bellman-Ford distances, one unit of
 * length for each link.
 * Cost: O(zones * links) for each path, and for each short zone; for results, not for the engine.
 *
 * Example: three zones in a line, of which only the first has some over: `A -> B` carries what both others get.
 */
export function zoneFlows(island: ZoneIsland): ZoneFlows {
  const { codes, demand, share, links } = island;
  const routes = new Routes(island);
  routes.send();
  const short = codes.flatMap((_, zone) => (demand[zone]! > 0 && share[zone]! < 1 - sameShare ? [zone] : []));
  const binding = new Set(short.flatMap((zone) => routes.linksThatKeepShort(zone)));
  const flows = links.flatMap(({ from, to, capacity }, link): LinkFlow[] => {
    const amount = routes.sent(link);
    if (amount === 0 && !binding.has(link)) return [];
    return [
      {
        from: codes[from]!,
        to: codes[to]!,
        amount,
        capacity: capacity === Infinity ? null : capacity,
        binds: binding.has(link),
      },
    ];
  });
  return { flows, short: short.map((zone) => codes[zone]!) };
}

/** What is under way over the links of an island. */
class Routes {
  /** [zone] what is left to give, what is still to come, and what it takes of what is shared out. */
  private readonly left: number[];
  private readonly wanted: number[];
  private readonly taken: number[];
  /** [link] what is under way, and the link the other way, -1 where there is none. */
  private readonly flow: number[];
  private readonly twin: number[];
  /** [zone] links that leave it and links that enter it. */
  private readonly outgoing: readonly (readonly number[])[];
  private readonly incoming: readonly (readonly number[])[];
  private readonly nothing: number;

  constructor(private readonly island: ZoneIsland) {
    const { sharing, production, demand, share, links } = island;
    const own = production.map((amount, zone) => (sharing === "own-first" ? Math.min(amount, demand[zone]!) : 0));
    this.taken = share.map((met, zone) => Math.max(0, met * demand[zone]! - own[zone]!));
    const kept = this.taken.map((amount, zone) => Math.min(amount, production[zone]! - own[zone]!));
    this.left = production.map((amount, zone) => amount - own[zone]! - kept[zone]!);
    this.wanted = this.taken.map((amount, zone) => amount - kept[zone]!);
    this.nothing = 1e-12 * production.reduce((sum, amount) => sum + amount, 0);
    this.flow = links.map(() => 0);
    this.twin = links.map(({ from, to }) => links.findIndex((other) => other.from === to && other.to === from));
    const zones = production.map((_, zone) => zone);
    this.outgoing = zones.map((zone) => links.flatMap(({ from }, link) => (from === zone ? [link] : [])));
    this.incoming = zones.map((zone) => links.flatMap(({ to }, link) => (to === zone ? [link] : [])));
  }

  /** What flows over a link, less what flows back. */
  sent(link: number): number {
    return this.flow[link]! > this.nothing ? this.flow[link]! : 0;
  }

  /** Sends until every zone has what it takes. */
  send(): void {
    for (let path = this.shortestPath(); path !== null; path = this.shortestPath()) {
      const { links } = this.island;
      const first = links[path[0]!]!.from;
      const last = links[path.at(-1)!]!.to;
      const amount = Math.min(this.left[first]!, this.wanted[last]!, ...path.map((link) => this.room(link)));
      this.left[first]! -= amount;
      this.wanted[last]! -= amount;
      for (const link of path) this.carry(link, amount);
    }
  }

  /** What could still go over a link at one cost: first what comes the other way is held back, then the link fills. */
  private room(link: number): number {
    const back = this.backFlow(link);
    return back > this.nothing ? back : this.island.links[link]!.capacity - this.flow[link]!;
  }

  private backFlow(link: number): number {
    const twin = this.twin[link]!;
    return twin === -1 ? 0 : this.flow[twin]!;
  }

  private carry(link: number, amount: number): void {
    if (this.backFlow(link) > this.nothing) this.flow[this.twin[link]!]! -= amount;
    else this.flow[link]! += amount;
  }

  /** Links from a zone with something left to the nearest one that wants some; null where there is none. */
  private shortestPath(): number[] | null {
    const { links } = this.island;
    const distance = this.left.map((amount) => (amount > this.nothing ? 0 : Infinity));
    const arrival = this.left.map(() => -1);
    const queue = [...distance.keys()].filter((zone) => distance[zone] === 0);
    const waiting = new Set(queue);
    for (const zone of queue) {
      waiting.delete(zone);
      for (const link of this.outgoing[zone]!) {
        if (this.room(link) <= this.nothing) continue;
        const { to } = links[link]!;
        const reached = distance[zone]! + (this.backFlow(link) > this.nothing ? -1 : 1);
        if (reached >= distance[to]!) continue;
        distance[to] = reached;
        arrival[to] = link;
        if (waiting.has(to)) continue;
        waiting.add(to);
        queue.push(to);
      }
    }
    const open = [...distance.keys()].filter((zone) => this.wanted[zone]! > this.nothing && distance[zone]! < Infinity);
    if (open.length === 0) return null;
    const path: number[] = [];
    let zone = open.reduce((nearest, other) => (distance[other]! < distance[nearest]! ? other : nearest));
    for (; arrival[zone]! !== -1; zone = links[path[0]!]!.from) path.unshift(arrival[zone]!);
    return path;
  }

  /** The full links between those that could give more and those through which a short zone could get it. */
  linksThatKeepShort(zone: number): number[] {
    const { share, links } = this.island;
    const gives = (other: number) =>
      this.left[other]! > this.nothing ||
      (share[other]! > share[zone]! + sameShare && this.taken[other]! > this.nothing);
    const givers = this.spread([...share.keys()].filter(gives), this.outgoing, ({ to }) => to);
    const takers = this.spread([zone], this.incoming, ({ from }) => from);
    return [...links.keys()].filter(
      (link) => !this.hasRoom(link) && givers.has(links[link]!.from) && takers.has(links[link]!.to),
    );
  }

  private hasRoom(link: number): boolean {
    return this.island.links[link]!.capacity - this.flow[link]! + this.backFlow(link) > this.nothing;
  }

  private spread(
    from: readonly number[],
    next: readonly (readonly number[])[],
    end: (link: ZoneIsland["links"][number]) => number,
  ): ReadonlySet<number> {
    const found = new Set(from);
    // A Set that grows is walked to its new end.
    for (const zone of found) {
      for (const link of next[zone]!) if (this.hasRoom(link)) found.add(end(this.island.links[link]!));
    }
    return found;
  }
}
