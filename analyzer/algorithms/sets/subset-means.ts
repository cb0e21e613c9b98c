/**
 * The expected value of a number that depends on which of some independent events happen.
 *
 * @param values [set] the number for every set of events; event i is in set s where bit i of s is 1
 * @param probability [event] 0..1, at most 30 events
 *
 * Events are taken out one by one, the highest first: O(sets). Example: values [0, 1] and probability [0.25] give 0.25.
 */
export function meanOfSubsets(values: Float64Array, probability: ArrayLike<number>): number {
  let sets = values.length;
  let level = values;
  for (let event = probability.length - 1; event >= 0; event -= 1) {
    sets /= 2;
    const happens = probability[event]!;
    const lower = new Float64Array(sets);
    for (let set = 0; set < sets; set += 1) lower[set] = (1 - happens) * level[set]! + happens * level[set + sets]!;
    level = lower;
  }
  return level[0]!;
}

/** The expected value where one of the events is known to happen (1) or not (0). */
export function meanGiven(values: Float64Array, probability: ArrayLike<number>, event: number, happens: 0 | 1): number {
  const known = Float64Array.from(probability);
  known[event] = happens;
  return meanOfSubsets(values, known);
}
