import type { NetworkSupply } from "../islands/network-supply.ts";
import type { ZoneBalance } from "../zones/zone-balance.ts";
import type { ZoneIsland } from "../zones/zone-flows.ts";

/** The zones of one network at one time, island by island, and how much demand is met in all. */
export interface ZoneSight {
  readonly tick: number;
  readonly met: number;
  readonly islands: readonly ZoneIsland[];
}

/** A network balanced by zones: with nothing disturbed, and at the first instant at which least was met. */
export interface WatchedZones {
  /** Position of the network. */
  readonly network: number;
  readonly before: ZoneSight;
  /** Null where no less was met than with nothing disturbed. */
  worst: ZoneSight | null;
}

/** Demand met that differs by less is the same. */
const sameDemand = 1e-9;

/**
 * Watches the networks balanced by zones during a run, for its result (model.md section 2, Zones).
 *
 * Cost: O(cells) at every instant at which a zone network was solved anew.
 */
export class ZoneWatch {
  readonly watched: readonly WatchedZones[];
  private readonly balances: readonly ZoneBalance[];
  private readonly islandCounts: readonly (() => number)[];

  constructor(supplies: readonly NetworkSupply[]) {
    const zoned = supplies.flatMap((supply, network) =>
      supply.zones === null ? [] : [{ supply, network, zones: supply.zones }],
    );
    this.balances = zoned.map(({ zones }) => zones);
    this.islandCounts = zoned.map(
      ({ supply }) =>
        () =>
          supply.islands.islandCount,
    );
    this.watched = zoned.map(({ network }, at) => ({ network, before: this.look(at, 0), worst: null }));
  }

  reset(): void {
    for (const one of this.watched) one.worst = null;
  }

  /** Looks at what an instant left behind. */
  note(tick: number): void {
    this.watched.forEach((one, at) => {
      const least = (one.worst ?? one.before).met;
      if (this.balances[at]!.metDemand() < least - sameDemand) one.worst = this.look(at, tick);
    });
  }

  private look(at: number, tick: number): ZoneSight {
    const zones = this.balances[at]!;
    const islands = Array.from({ length: this.islandCounts[at]!() }, (_, island) => zones.island(island));
    return { tick, met: zones.metDemand(), islands: islands.filter(({ codes }) => codes.length > 0) };
  }
}
