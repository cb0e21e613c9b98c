/** What lazy evaluation knows of every candidate. */
export interface LazyBounds {
  /** [candidate] the most that it can still gain: its gain when it was last judged. */
  readonly bounds: Float64Array;
  /** [candidate] the number of the pick for which it was last judged, from 1; 0 for never. */
  readonly judgedFor: Int32Array;
}

/**
 * The candidates that may still gain as much as `least`, highest bound first, ties by position; those that were judged for
 * this pick already are left out (Minoux 1978).
 *
 * @param most how many to give
 * Cost: O(candidates), plus sorting those that are open.
 */
export function openCandidates(
  { bounds, judgedFor }: LazyBounds,
  pick: number,
  least: number,
  most: number,
): Int32Array {
  const open: number[] = [];
  bounds.forEach((bound, candidate) => {
    if (bound >= least && judgedFor[candidate] !== pick) open.push(candidate);
  });
  return Int32Array.from(open.sort((x, y) => bounds[y]! - bounds[x]! || x - y).slice(0, most));
}
