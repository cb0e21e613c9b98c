import type { Interval } from "../statistics/interval.ts";

/**
 * Numbers the groups of ties, from 1, of rows in order of their means, highest first (requirements C05: overlapping
 * intervals show as tied). Overlap does not pass on from row to row, so a group is all the rows from its first on whose
 * interval overlaps that of the first. Null, a mean that is not known, ties with nothing but null.
 */
export function tieGroups(intervals: readonly (Interval | null)[]): number[] {
  let group = 0;
  let first: Interval | null | undefined;
  return intervals.map((interval) => {
    const tied =
      first === null || interval === null ? first === interval : first !== undefined && interval[1] >= first[0];
    if (!tied) {
      group += 1;
      first = interval;
    }
    return group;
  });
}
