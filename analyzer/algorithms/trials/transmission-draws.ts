import type { Dependency } from "../../model/dependency.ts";
import type { System } from "../../system/system.ts";
import { type Chance, purposes } from "../chance/chance.ts";
import { entityKeys } from "../chance/entity-keys.ts";
import { CoinDraws, type Coins } from "./coin-draws.ts";

/** The members that may not transmit: their positions, and a coin for each, whose hit transmits. */
export interface TransmissionChances extends Coins {
  readonly member: Int32Array;
}

/** Finds the rows whose likelihood is below 1; the entity of the draw is the row's id. O(members). */
export function transmissionChances(dependencies: readonly Dependency[], system: System): TransmissionChances {
  const member: number[] = [];
  const ids: string[] = [];
  const likelihood: number[] = [];
  system.memberRow.forEach((row, position) => {
    const dependency = dependencies[row];
    if (dependency?.likelihood === undefined || dependency.likelihood >= 1) return;
    member.push(position);
    ids.push(dependency.id);
    likelihood.push(dependency.likelihood);
  });
  return { member: Int32Array.from(member), likelihood: Float64Array.from(likelihood), keys: entityKeys(ids) };
}

/** Where every dependency transmits. */
export const certainTransmission: TransmissionChances = {
  member: new Int32Array(0),
  likelihood: new Float64Array(0),
  keys: new Uint32Array(0),
};

/** Which dependencies do not transmit in a trial (model.md section 3). */
export class TransmissionDraws {
  private readonly coins: CoinDraws;

  constructor(
    private readonly chances: TransmissionChances,
    chance: Chance,
  ) {
    this.coins = new CoinDraws(chances, purposes.transmission, chance);
  }

  /** Tosses the coins of a trial's block ahead. False where it was told to stop. */
  toss(trial: number, aborted: () => boolean): boolean {
    return this.coins.toss(trial, aborted);
  }

  /** Members that count as satisfied in a trial, ascending. O(rows that may not transmit). */
  closedMembers(trial: number): Int32Array {
    const { member } = this.chances;
    return Int32Array.from(this.coins.rows(trial, false), (row) => member[row]!);
  }
}
