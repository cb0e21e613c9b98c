/**
 * The minimal sets of events that bring a top event about, as bit masks ascending: each does, and none of its proper
 * subsets does.
 *
 * @param values [set] 1 where the set brings the top event about, else 0; event i is in set s where bit i of s is 1
 * @returns null where a larger set does not bring about what a smaller one does: then "minimal" says nothing
 *
 * Cost: O(sets x events).
 */
export function minimalSets(values: Float64Array, events: number): number[] | null {
  const minimal: number[] = [];
  for (let set = 0; set < values.length; set += 1) {
    let isMinimal = values[set] === 1;
    for (let event = 0; event < events; event += 1) {
      if (((set >>> event) & 1) === 0) continue;
      const without = values[set ^ (1 << event)]!;
      if (without > values[set]!) return null;
      if (without === 1) isMinimal = false;
    }
    if (isMinimal) minimal.push(set);
  }
  return minimal;
}

/** What the minimal sets alone say of the probability of the top event. */
export interface MinimalSetBounds {
  /** 1 less the product of the probabilities that each set does not happen: never below the truth. */
  readonly minimalCutUpperBound: number;
  /** The sum of the sets' probabilities, at most 1: never below the upper bound above. */
  readonly rareEvent: number;
  /** True where the sum passed 1 and was cut to it. */
  readonly rareEventCapped: boolean;
}

/** Bounds for independent events (Esary and Proschan 1963). O(sets x events). */
export function minimalSetBounds(sets: readonly number[], probability: ArrayLike<number>): MinimalSetBounds {
  let allMiss = 1;
  let sum = 0;
  for (const set of sets) {
    let happens = 1;
    for (let event = 0; event < probability.length; event += 1) {
      if (((set >>> event) & 1) === 1) happens *= probability[event]!;
    }
    allMiss *= 1 - happens;
    sum += happens;
  }
  return { minimalCutUpperBound: 1 - allMiss, rareEvent: Math.min(1, sum), rareEventCapped: sum > 1 };
}
