import type { StateResult } from "../model/result.ts";
import type { Territory } from "../system/territory.ts";

/** What one asset lost in a run. */
export interface AssetLoss {
  readonly asset: number;
  /** Whether a shock of the scenario names it. */
  readonly named: boolean;
  readonly outageHours: number;
  /** First hour below the level that counts as disrupted, null where it never was. */
  readonly firstHours: number | null;
}

/**
 * What the States with a disrupted asset lost, all of it, and when they were reached: at the first disruption of an asset
 * that no shock names.
 */
export function stateResults(losses: readonly AssetLoss[], territory: Territory): StateResult[] {
  const sums = territory.codes.map((code) => ({
    code,
    firstHours: null as number | null,
    assetsDisrupted: 0,
    outageHours: 0,
    people: new PersonHours(),
  }));
  for (const { asset, named, outageHours, firstHours } of losses) {
    for (let at = territory.shareStart[asset]!; at < territory.shareStart[asset + 1]!; at += 1) {
      const sum = sums[territory.stateOf[at]!]!;
      const share = territory.shareOf[at]!;
      sum.outageHours += outageHours * share;
      sum.people.add(outageHours * share, territory.peopleServed[asset]!);
      if (firstHours === null) continue;
      sum.assetsDisrupted += 1;
      if (!named) sum.firstHours = Math.min(firstHours, sum.firstHours ?? firstHours);
    }
  }
  return sums
    .filter((sum) => sum.assetsDisrupted > 0)
    .map(({ people, ...sum }) => ({ ...sum, personHours: people.value() }));
}

/** States where a named asset has a share. */
export function homeStates(named: Iterable<number>, territory: Territory): ReadonlySet<string> {
  const home = new Set<string>();
  for (const asset of named) {
    for (let at = territory.shareStart[asset]!; at < territory.shareStart[asset + 1]!; at += 1) {
      home.add(territory.codes[territory.stateOf[at]!]!);
    }
  }
  return home;
}

/** Sectors with a disrupted asset that no shock names. */
export function sectorsReached(losses: readonly AssetLoss[], territory: Territory): number {
  const reached = losses.filter(({ named, firstHours }) => !named && firstHours !== null);
  return new Set(reached.map(({ asset }) => territory.sectorOf[asset])).size;
}

/** Sums person-hours over the assets that state people; null where some lose but none states any. */
export class PersonHours {
  private sum = 0;
  private stated = 0;
  private unstated = 0;

  add(outageHours: number, peopleServed: number): void {
    if (Number.isNaN(peopleServed)) this.unstated += 1;
    else {
      this.stated += 1;
      this.sum += outageHours * peopleServed;
    }
  }

  value(): number | null {
    return this.stated === 0 && this.unstated > 0 ? null : this.sum;
  }

  /** How many of the assets state no people. */
  get withoutPeople(): number {
    return this.unstated;
  }
}
