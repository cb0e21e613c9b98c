import { type BinaryLayout, binaryLayout } from "../../analyzer/algorithms/closure/binary-layout.ts";
import { type FailureGroup, failureGroupsOf } from "../../analyzer/algorithms/closure/failure-groups.ts";
import type { Territory } from "../../analyzer/system/territory.ts";

/** Assets of one State and one sector that serve one person each. */
export function plainTerritory(assetCount: number): Territory {
  return {
    codes: ["XA"],
    sectors: ["energy"],
    sectorOf: new Int32Array(assetCount),
    shareStart: Int32Array.from({ length: assetCount + 1 }, (_, position) => position),
    stateOf: new Int32Array(assetCount),
    shareOf: new Float64Array(assetCount).fill(1),
    peopleServed: new Float64Array(assetCount).fill(1),
  };
}

/** The layout of some groups over assets alone, in which every removal is a failure. */
export function failingLayout(
  assetCount: number,
  groups: readonly FailureGroup[],
  territory: Territory = plainTerritory(assetCount),
): BinaryLayout {
  const assets = Int32Array.from({ length: assetCount }, (_, asset) => asset);
  return binaryLayout(failureGroupsOf(assetCount, groups), assets, territory);
}

/** The owner is lost with any of the members. */
export function critical(owner: number, ...members: number[]): FailureGroup {
  return { owner, members, failuresNeeded: 1, bounds: false };
}

/** The owner is lost once so many of the members are. */
export function counted(owner: number, failuresNeeded: number, ...members: number[]): FailureGroup {
  return { owner, members, failuresNeeded, bounds: false };
}
