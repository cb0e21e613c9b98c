import { protectedMembers } from "../../algorithms/sets/protected-members.ts";
import type { System } from "../../system/system.ts";
import type { SetLosses } from "../set-losses.ts";

/** What a loss brings, NaN where not known, and the assets that it lowers, ascending. */
export interface LossReach {
  readonly value: number;
  readonly losing: Int32Array;
}

/** Loses sets of assets while others have a backup. */
export class BackedLosses {
  constructor(
    private readonly system: System,
    private readonly losses: SetLosses,
  ) {}

  /**
   * The loss of a set where the assets of `backed` stay at full function: those of the set are not lost, and no dependency
   * and no network lowers any of them. One run.
   */
  reach(set: Int32Array, backed: readonly number[]): LossReach {
    const lost = set.filter((asset) => !backed.includes(asset));
    const value = this.losses.value(lost, protectedMembers(this.system, backed));
    return { value, losing: Int32Array.from(this.losses.tally.losing) };
  }
}
