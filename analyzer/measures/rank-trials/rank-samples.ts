/**
 * The rank of every candidate in every trial, [trial x candidate]: 1 plus how many candidates had more. A value that is
 * not known (NaN) is below all others.
 *
 * @param values [trial x candidate]
 * Cost: O(trials x candidates x log candidates).
 */
export function rankSamples(values: Float64Array, candidates: number): Int32Array {
  const ranks = new Int32Array(values.length);
  for (let start = 0; start < values.length; start += candidates) {
    const inTrial = values
      .slice(start, start + candidates)
      .map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
    const order = Int32Array.from(inTrial.keys()).sort((a, b) => inTrial[b]! - inTrial[a]! || a - b);
    let rank = 0;
    order.forEach((candidate, place) => {
      if (place === 0 || inTrial[candidate] !== inTrial[order[place - 1]!]) rank = place + 1;
      ranks[start + candidate] = rank;
    });
  }
  return ranks;
}
