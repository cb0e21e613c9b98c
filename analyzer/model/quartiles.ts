/** Where all are nearly the same, half an order of magnitude either way is usual still: the cube of this. */
const leastStep = 1.467_799_267_622_069_5;

/** The quartiles of values above zero, and how far they lie apart as a ratio. */
export interface Quartiles {
  readonly low: number;
  readonly high: number;
  /** At least somewhat above 1: a kind whose values are all the same has a usual range too. */
  readonly step: number;
}

/**
 * The quartiles of values above zero, the least first, with their distance as a ratio: what is usual is told by orders of
 * magnitude, and a logarithm would differ from host to host in its last digit.
 */
export function quartilesOf(sorted: Float64Array): Quartiles {
  const low = sorted[Math.floor(sorted.length / 4)]!;
  const high = sorted[Math.floor((3 * sorted.length) / 4)]!;
  return { low, high, step: Math.max(high / low, leastStep) };
}
