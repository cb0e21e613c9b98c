import type { Asset } from "../../model/asset.ts";
import { type Chance, purposes } from "../chance/chance.ts";
import { PertDistribution } from "./pert-distribution.ts";

/** [entry] what is known of repair times, in hours; all NaN where nothing is, all equal where there is one figure. */
export interface RepairTimes {
  readonly lowHours: Float64Array;
  readonly likelyHours: Float64Array;
  readonly highHours: Float64Array;
}

/**
 * Repair times of assets, in their order. An asset that states low, likely and high is repaired in a time from the PERT
 * distribution of the three; one that states the likely time but not both ends in just that time, since nothing says
 * how it spreads. Without a likely time, and for an entry that is no asset, nothing is known.
 *
 * @param drawn whether the spread counts; where not, the likely time is certain
 */
export function repairTimes(assets: readonly (Asset | null)[], drawn: boolean): RepairTimes {
  const likely = (asset: Asset | null) => asset?.repairHours ?? Number.NaN;
  const end = (asset: Asset | null, stated: number | undefined) =>
    drawn && stated !== undefined && spreads(asset) ? stated : likely(asset);
  return {
    lowHours: Float64Array.from(assets, (asset) => end(asset, asset?.repairLowHours)),
    likelyHours: Float64Array.from(assets, likely),
    highHours: Float64Array.from(assets, (asset) => end(asset, asset?.repairHighHours)),
  };
}

function spreads(asset: Asset | null): boolean {
  return asset?.repairLowHours !== undefined && asset.repairHighHours !== undefined;
}

/** Draws repair times; the distribution of an entry is made when it is first drawn. */
export class RepairDraws {
  private readonly distributions: (PertDistribution | undefined)[] = [];

  constructor(
    private readonly times: RepairTimes,
    /** [2 x entry] two words of key each. */
    private readonly keys: Uint32Array,
    private readonly chance: Chance,
  ) {}

  /** Whether an entry has a repair time at all. */
  isKnown(entry: number): boolean {
    return !Number.isNaN(this.times.likelyHours[entry]!);
  }

  /** Hours an entry takes to repair in a trial. Only for entries whose time is known. */
  hours(entry: number, trial: number): number {
    const { lowHours, likelyHours, highHours } = this.times;
    const likely = likelyHours[entry]!;
    if (lowHours[entry] === highHours[entry]) return likely;
    const pert = (this.distributions[entry] ??= new PertDistribution(lowHours[entry]!, likely, highHours[entry]!));
    return pert.quantile(this.chance.uniform(purposes.repair, this.keys[2 * entry]!, this.keys[2 * entry + 1]!, trial));
  }
}
