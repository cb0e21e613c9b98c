import * as fc from "fast-check";
import {
  type FailureGroup,
  type FailureGroups,
  failureGroupsOf,
} from "../../analyzer/algorithms/closure/failure-groups.ts";
import type { Territory } from "../../analyzer/system/territory.ts";

/** A failures-only system before it is laid out. */
export interface FailuresOnly {
  readonly groups: FailureGroups;
  readonly territory: Territory;
}

const states = [[0], [1], [2], [0, 1], [1, 2]] as const;

const rawGroup = fc.record({
  owner: fc.nat({ max: 59 }),
  members: fc.uniqueArray(fc.nat({ max: 59 }), { minLength: 1, maxLength: 5 }),
  failuresNeeded: fc.constantFrom(1, 1, 2, 2, 3, 4),
  shares: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 }), { freq: 4 }),
  slack: fc.nat({ max: 6 }),
  bounds: fc.constantFrom(false, false, false, true),
});

const rawAsset = fc.record({
  states: fc.constantFrom(...states),
  sector: fc.nat({ max: 2 }),
  people: fc.constantFrom(Number.NaN, 0, 7, 1000, 2500),
});

/**
 * Random systems of one to fourteen assets: critical, counted and shared groups, alone, doubled and in loops, groups that
 * cannot break, assets without any group. Groups never contain their owner.
 */
export const failuresOnly: fc.Arbitrary<FailuresOnly> = fc
  .record({
    assets: fc.array(rawAsset, { minLength: 1, maxLength: 14 }),
    groups: fc.array(rawGroup, { maxLength: 24 }),
  })
  .map(({ assets, groups }) => ({
    territory: territoryOf(assets),
    groups: failureGroupsOf(
      assets.length,
      groups.flatMap(({ owner, members, failuresNeeded, shares, slack, bounds }): FailureGroup[] => {
        const held = owner % assets.length;
        const others = [...new Set(members.map((member) => member % assets.length))].filter((one) => one !== held);
        if (others.length === 0) return [];
        const group = { owner: held, members: others, bounds };
        return shares === null
          ? [{ ...group, failuresNeeded }]
          : [{ ...group, failuresNeeded: 0, shares: shares.slice(0, others.length), slack }];
      }),
    ),
  }));

/** Three States, three sectors. */
export function territoryOf(
  assets: readonly { readonly states: readonly number[]; readonly sector: number; readonly people: number }[],
): Territory {
  return {
    codes: ["XA", "XB", "XC"],
    sectors: ["energy", "health", "water"],
    sectorOf: Int32Array.from(assets, ({ sector }) => sector),
    shareStart: Int32Array.from({ length: assets.length + 1 }, (_, end) =>
      assets.slice(0, end).reduce((sum, asset) => sum + asset.states.length, 0),
    ),
    stateOf: Int32Array.from(assets.flatMap((asset) => asset.states)),
    shareOf: Float64Array.from(assets.flatMap((asset) => asset.states.map(() => 1 / asset.states.length))),
    peopleServed: Float64Array.from(assets, ({ people }) => people),
  };
}
