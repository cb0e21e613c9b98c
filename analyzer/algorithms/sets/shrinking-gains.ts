import type { System } from "../../system/system.ts";

/**
 * Whether every loss is a coverage: the failures of a set are the union of what its members bring down each, every asset
 * at the earliest hour that any of them gives. Then the gain of a further loss can only shrink as the set grows, and a pair
 * brings at most the sum of its two.
 *
 * Proven where there is no network with a producer and every group that binds at all falls whole with the loss of any one
 * member: `loss` 1; one member, or rule `threshold` with so much need that no member can be missed. All levels are then 0
 * or 1, and with nothing coming back before the horizon (for the caller to see to) an asset fails at the shortest of all
 * walks from a lost asset, each step as long as its lag plus its buffer. The earliest of two hours is what the set gives.
 * With returns this does not hold: outages of two assets, one after the other, may empty a buffer that neither empties
 * alone.
 *
 * Cost: O(members).
 */
export function gainsShrink(system: System): boolean {
  if (system.networks.length > 0) return false;
  for (let group = 0; group < system.groupLoss.length; group += 1) {
    if (system.groupLoss[group] !== 0 && !fallsWithAny(system, group)) return false;
  }
  return true;
}

function fallsWithAny(system: System, group: number): boolean {
  const { memberStart, memberShare, groupNeed, groupGiven, groupThreshold, groupLoss } = system;
  if (groupLoss[group] !== 1) return false;
  const first = memberStart[group]!;
  const end = memberStart[group + 1]!;
  let shares = groupGiven[group]!;
  let least = Number.POSITIVE_INFINITY;
  for (let member = first; member < end; member += 1) {
    shares += memberShare[member]!;
    least = Math.min(least, memberShare[member]!);
  }
  // Where the single member's loss leaves some supply, levels between 0 and 1 arise.
  if (groupThreshold[group] === 0) return end - first === 1 && groupGiven[group] === 0;
  // Clear of the tolerance with which a need counts as met.
  return shares - least < groupNeed[group]! - 1e-6;
}
