/**
 * Kendall's tau-b of two lists of the same length: 1 where both put all pairs in the same order, -1 where in the
 * opposite. Pairs that are equal in one list count as neither. Null where one of the lists holds no two different
 * numbers.
 *
 * Method: Knight 1966, exchanges of a merge sort. O(n log n).
 */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const count = x.length;
  const order = Array.from({ length: count }, (_, index) => index);
  order.sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const equalX = equalPairs(order, (a, b) => x[a] === x[b]);
  const equalBoth = equalPairs(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const values = Float64Array.from(order, (index) => y[index]!);
  const exchanges = sortAndCount(values);
  const equalY = equalPairs([...values.keys()], (a, b) => values[a] === values[b]);
  const pairs = (count * (count - 1)) / 2;
  const spread = Math.sqrt(pairs - equalX) * Math.sqrt(pairs - equalY);
  return spread === 0 ? null : (pairs - equalX - equalY + equalBoth - 2 * exchanges) / spread;
}

/** Pairs within runs of neighbours that are equal. */
function equalPairs(order: readonly number[], equal: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let at = 1; at < order.length; at += 1) {
    run = equal(order[at - 1]!, order[at]!) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts ascending in place and counts the pairs that stood the wrong way round. */
function sortAndCount(values: Float64Array): number {
  let exchanges = 0;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at += 1) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) {
          to[at] = from[left]!;
          left += 1;
        } else {
          to[at] = from[right]!;
          right += 1;
          exchanges += middle - left;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}
