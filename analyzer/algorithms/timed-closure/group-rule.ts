import type { System } from "../../system/system.ts";
import type { Hub } from "../closure/network-hubs.ts";

/** How a group is told to be short of supply. */
export const shortBy = {
  /** It never is, whoever fails, or it takes nothing from its asset. */
  nothing: 0,
  /** By the number of its inputs that are lost. */
  count: 1,
  /** By the sum of the shares that are left. */
  sum: 2,
} as const;

/** When the supply of a group falls below 1, if its inputs give everything or nothing. */
export interface GroupRule {
  readonly by: (typeof shortBy)[keyof typeof shortBy];
  /** While less than this is taken the supply is 1. */
  readonly spare: number;
  /** How far beyond that only the sum of the shares can tell. */
  readonly doubt: number;
  /** Whether the owner may be left at a level between 0 and 1. */
  readonly partial: boolean;
  /** What one unit of `feedTakes` stands for. */
  readonly unit: number;
}

const neverShort: GroupRule = { by: shortBy.nothing, spare: 0, doubt: 0, partial: false, unit: 1 };

/** Nothing is left once this many inputs are lost. */
export function takenBy(failures: number, partial = false): GroupRule {
  return { by: shortBy.count, spare: failures - 0.5, doubt: 0, partial, unit: 1 };
}

/** What the loss of an input takes: a whole number. */
export function taken({ by, unit }: GroupRule, amount: number): number {
  return by === shortBy.count ? 1 : Math.max(1, Math.round(amount / unit));
}

/** Which members of a group are lost, by member position. */
type IsLost = (member: number) => boolean;

/** Supply of a group when some of its members give nothing and the others everything: 0..1, as the event engine sums it. O(members). */
export function supplyWithout(system: System, group: number, isLost: IsLost): number {
  const { memberStart, memberShare, groupNeed, groupGiven, groupThreshold } = system;
  let given = groupGiven[group]!;
  for (let member = memberStart[group]!; member < memberStart[group + 1]!; member += 1) {
    if (!isLost(member)) given += memberShare[member]!;
  }
  const need = groupNeed[group]!;
  if (groupThreshold[group] === 1) return given >= need - 1e-9 ? 1 : 0;
  const supply = given / need;
  return supply >= 1 - 1e-9 ? 1 : supply;
}

/**
 * The rule of a group of the system.
 *
 * @param memberNode [member] -1 where nothing can take it away
 *
 * Cost: O(members x log members).
 */
export function systemGroupRule(system: System, memberNode: Int32Array, group: number): GroupRule {
  const { memberStart, memberShare, groupLoss, groupThreshold, groupGiven } = system;
  const first = memberStart[group]!;
  const last = memberStart[group + 1]!;
  if (last - first === 1) return loneRule(system, group, memberNode[first] !== -1);
  const open: number[] = [];
  for (let member = first; member < last; member += 1) if (memberNode[member] !== -1) open.push(member);
  const leftAfter = (count: number): number =>
    supplyWithout(system, group, (member) => memberNode[member] !== -1 && member <= open[count - 1]!);
  if (open.length === 0 || groupLoss[group] === 0 || leftAfter(open.length) === 1) return neverShort;
  const shares = memberShare.subarray(first, last);
  const whole = groupLoss[group] === 1;
  // A sum of equal shares is the same whichever of them are in it, to the last bit.
  const equal = shares.every((share) => share === shares[0]);
  const alone = open.length === shares.length && groupGiven[group] === 0;
  if (equal || (alone && shares.every((share) => share >= system.groupNeed[group]!))) {
    const failures = equal ? fewest(open.length, (count) => leftAfter(count) < 1) : open.length;
    return takenBy(failures, !whole || (groupThreshold[group] === 0 && leftAfter(failures) > 0));
  }
  return sumRule(system, group, !whole || groupThreshold[group] === 0);
}

/** Most groups have one member: it is all or nothing, and quickly told. */
function loneRule({ groupLoss, groupNeed, groupGiven, groupThreshold }: System, group: number, isOpen: boolean) {
  const given = groupGiven[group]!;
  const need = groupNeed[group]!;
  const isThreshold = groupThreshold[group] === 1;
  const isEnough = isThreshold ? given >= need - 1e-9 : given / need >= 1 - 1e-9;
  if (!isOpen || isEnough || groupLoss[group] === 0) return neverShort;
  return takenBy(1, groupLoss[group] !== 1 || (!isThreshold && given > 0));
}

function sumRule({ memberStart, memberShare, groupGiven, groupNeed }: System, group: number, partial: boolean) {
  const shares = memberShare.subarray(memberStart[group], memberStart[group + 1]);
  const unit = unitOf(shares);
  const spare = (shares.reduce((sum, share) => sum + share, groupGiven[group]!) - groupNeed[group]!) / unit;
  // Above the rounding of shares and sums and the 1e-9 by which a sum may fall short.
  const margin = shares.length + (1e-8 * (1 + groupNeed[group]!)) / unit;
  return { by: shortBy.sum, spare: betweenUnits(spare - margin), doubt: Math.ceil(2 * margin) + 1, partial, unit };
}

/**
 * The rule of a hub. Where its loss is not total it counts as short a little early, and partial: the event engine knows
 * better.
 */
export function hubRule({ amounts, bar, isTotal }: Hub): GroupRule {
  if (isTotal) return takenBy(amounts.length);
  const unit = unitOf(amounts);
  const spare = (amounts.reduce((sum, amount) => sum + amount, 0) - bar * (1 + 1e-8)) / unit - amounts.length;
  return { by: shortBy.sum, spare: betweenUnits(spare), doubt: 0, partial: true, unit };
}

/** Between two whole numbers, so that whole units taken from it never leave exactly nothing. */
function betweenUnits(spare: number): number {
  return Math.floor(spare) - 0.5;
}

/** Unequal amounts are counted in whole units of this size, so that adding and taking away never drifts. */
function unitOf(amounts: Float64Array | readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum / 2 ** 40;
}

/** The lowest count from 1 to `most` for which it holds; it holds for `most` and all above the lowest. */
function fewest(most: number, holds: (count: number) => boolean): number {
  let low = 1;
  let high = most;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
