/**
 * The largest number of ticks of which all times are multiples; times without end are left out. 1 where there are none.
 *
 * Cost: O(times), plus O(log) where a time is no multiple of what was found so far.
 */
export function grainOf(...columns: readonly Float64Array[]): number {
  let grain = 0;
  for (const ticks of columns) {
    for (const tick of ticks) {
      if (tick === 0 || tick === Number.POSITIVE_INFINITY) continue;
      let rest = tick;
      while (rest !== 0) [grain, rest] = [rest, grain % rest];
    }
  }
  return grain === 0 ? 1 : grain;
}
