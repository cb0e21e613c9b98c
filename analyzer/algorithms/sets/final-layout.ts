import type { System } from "../../system/system.ts";
import type { Territory } from "../../system/territory.ts";
import { type BinaryLayout, binaryLayout } from "../closure/binary-layout.ts";
import { compileFailureGroups } from "../closure/compile-failure-groups.ts";

/**
 * The failures-only form of a system, where it says of every set of assets lost from hour 0 to the horizon exactly which
 * assets are lost by then; null where it does not: with networks, whose islands follow from all that is cut together; with
 * groups that may leave their owner something; and where lags and buffers together might last beyond the horizon.
 *
 * Cost: as `compileFailureGroups`.
 */
export function finalLayout(system: System, territory: Territory, horizonTick: number): BinaryLayout | null {
  if (system.networks.length > 0 || longestDelayTicks(system) >= horizonTick) return null;
  const { groups, removalOf } = compileFailureGroups(system);
  return groups.bounds.includes(1) ? null : binaryLayout(groups, removalOf, territory);
}

/** No chain of failures takes longer: each asset fails once, by one of its groups. */
function longestDelayTicks(system: System): number {
  const { assetIds, assetGroupStart, memberStart, memberLagTicks, groupBufferTicks } = system;
  let sum = 0;
  for (let asset = 0; asset < assetIds.length; asset += 1) {
    let longest = 0;
    for (let group = assetGroupStart[asset]!; group < assetGroupStart[asset + 1]!; group += 1) {
      let lag = 0;
      for (let member = memberStart[group]!; member < memberStart[group + 1]!; member += 1) {
        lag = Math.max(lag, memberLagTicks[member]!);
      }
      longest = Math.max(longest, lag + groupBufferTicks[group]!);
    }
    sum += longest;
  }
  return sum;
}
