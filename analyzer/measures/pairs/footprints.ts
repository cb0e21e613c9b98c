import type { Consequence } from "../../model/result.ts";
import type { Territory } from "../../system/territory.ts";
import { known } from "../set-losses.ts";
import type { SetTally } from "../set-tally.ts";

/**
 * What the loss of each of some assets alone left behind, so that two losses that have nothing to do with each other can be
 * put together without another run.
 */
export interface Footprints {
  readonly by: Consequence;
  /** [source] asset position. */
  readonly asset: Int32Array;
  /** [source] the consequence of its loss alone, NaN where not known. */
  readonly value: Float64Array;
  /** How many numbers `detail` holds per source. */
  readonly width: number;
  /** [source x width] outage hours by State, or 1 for every State, or sector, reached; nothing where a sum says it all. */
  readonly detail: Float64Array;
}

/** How many numbers of detail a consequence needs per source. */
export function detailWidth(by: Consequence, territory: Territory): number {
  if (by === "foreignOutageHours" || by === "statesReached" || by === "foreignStatesReached") {
    return territory.codes.length;
  }
  return by === "sectorsReached" ? territory.sectors.length : 0;
}

/** Writes the detail of a loss that the tally has just worked out to `detail[at]` onwards. */
export function writeDetail(
  by: Consequence,
  source: number,
  tally: SetTally,
  territory: Territory,
  detail: Float64Array,
  at: number,
): void {
  const { shareStart, stateOf, shareOf, sectorOf } = territory;
  for (const asset of tally.losing) {
    if (by === "sectorsReached" && asset !== source) detail[at + sectorOf[asset]!] = 1;
    if (by === "sectorsReached") continue;
    for (let share = shareStart[asset]!; share < shareStart[asset + 1]!; share += 1) {
      const place = at + stateOf[share]!;
      if (by === "foreignOutageHours") detail[place]! += tally.lossOf[asset]! * shareOf[share]!;
      else if (asset !== source) detail[place] = 1;
    }
  }
}

/** Puts the losses of two sources together that do not meet: what a run of both would give, up to rounding. */
export class ApartPairs {
  /** [State] 1 where it is home of one of the two at hand. */
  private readonly isHome: Uint8Array;

  constructor(
    private readonly footprints: Footprints,
    private readonly territory: Territory,
  ) {
    this.isHome = new Uint8Array(territory.codes.length);
  }

  /** The consequence of losing both; NaN where not known. At most the sum of what is known of each. O(detail). */
  value(first: number, second: number): number {
    const { by, width, value } = this.footprints;
    if (width > 0) return this.detailed(first, second, by === "foreignOutageHours" || by === "foreignStatesReached");
    const [one, other] = [value[first]!, value[second]!];
    // People are known as soon as one of those that lose states them.
    return Number.isNaN(one) ? other : Number.isNaN(other) ? one : one + other;
  }

  private detailed(first: number, second: number, foreignOnly: boolean): number {
    const { by, width, detail } = this.footprints;
    if (foreignOnly) this.markHome(first, 1);
    if (foreignOnly) this.markHome(second, 1);
    let sum = 0;
    for (let place = 0; place < width; place += 1) {
      if (foreignOnly && this.isHome[place] === 1) continue;
      const [one, other] = [detail[first * width + place]!, detail[second * width + place]!];
      sum += by === "foreignOutageHours" ? one + other : Math.max(one, other);
    }
    if (foreignOnly) this.markHome(first, 0);
    if (foreignOnly) this.markHome(second, 0);
    return sum;
  }

  private markHome(source: number, isHome: 0 | 1): void {
    const { shareStart, stateOf } = this.territory;
    const asset = this.footprints.asset[source]!;
    for (let at = shareStart[asset]!; at < shareStart[asset + 1]!; at += 1) this.isHome[stateOf[at]!] = isHome;
  }
}

/** The sum of what is known of both, 0 where nothing is: nothing that two losses apart bring exceeds it. */
export function sumOfKnown({ value }: Footprints, first: number, second: number): number {
  return (known(value[first]!) ?? 0) + (known(value[second]!) ?? 0);
}

/**
 * The most that an asset can add to a consequence of any set beyond the sums of single losses; Infinity where no bound is
 * known. [asset]
 */
export function mostPerAsset(by: Consequence, horizonHours: number, territory: Territory): Float64Array {
  return territory.peopleServed.map((people) => {
    if (by === "outageHours" || by === "foreignOutageHours") return horizonHours;
    if (by === "personHours") return Number.isNaN(people) ? 0 : horizonHours * people;
    return by === "assetsDisrupted" ? 1 : Number.POSITIVE_INFINITY;
  });
}
