/** With what share of trials a loss is reached or passed. */
export interface ExceedancePoint {
  readonly value: number;
  readonly share: number;
}

/** The curve, with whether every value that occurred has its point. */
export interface ExceedanceCurve {
  readonly complete: boolean;
  readonly points: readonly ExceedancePoint[];
}

const most = 200;

/**
 * The exceedance curve of losses, by value. Up to 200 different values each have their point; of more, the curve shows
 * the values at 100 steps of one hundredth, at 1, 2 and 5 in every smaller power of ten, and at the highest.
 *
 * @param sorted losses ascending, at least one
 */
export function exceedanceCurve(sorted: Float64Array): ExceedanceCurve {
  const count = sorted.length;
  const starts: number[] = [];
  for (let at = 0; at < count; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) starts.push(at);
  const complete = starts.length <= most;
  const shown = complete ? starts : thin(sorted);
  return { complete, points: shown.map((start) => ({ value: sorted[start]!, share: (count - start) / count })) };
}

/** Where the values of the grid begin, ascending, each once. */
function thin(sorted: Float64Array): number[] {
  const count = sorted.length;
  const places = new Set<number>([firstOf(sorted, count - 1)]);
  for (let percent = 1; percent <= 100; percent += 1) places.add(firstOf(sorted, placeOf(percent, 100, count)));
  for (let parts = 1000; parts <= count; parts *= 10) {
    for (const step of [5, 2, 1]) places.add(firstOf(sorted, placeOf(step, parts, count)));
  }
  return [...places].sort((a, b) => a - b);
}

/** The place from which on `share` of `parts` of all lie. */
function placeOf(share: number, parts: number, count: number): number {
  return count - Math.max(1, Math.floor((share * count) / parts));
}

/** The first place that has the value of a place. */
function firstOf(sorted: Float64Array, place: number): number {
  let low = 0;
  let high = place;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sorted[middle]! < sorted[place]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
