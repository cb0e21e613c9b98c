/** How many sets of `size` there are among `count`; Infinity where that is more than a double holds exactly. */
export function countCombinations(count: number, size: number): number {
  if (size > count) return 0;
  let combinations = 1;
  for (let taken = 1; taken <= Math.min(size, count - size); taken += 1) {
    // The product of neighbours is divisible without a rest at every step.
    combinations = (combinations * (count - taken + 1)) / taken;
    if (combinations > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY;
  }
  return combinations;
}

/**
 * The set with a given rank in lexicographic order, as ascending positions. Example: of 4 choose 2, rank 0 is [0, 1], rank
 * 5 is [2, 3].
 *
 * @param rank 0 up to `countCombinations(count, size) - 1`
 * Cost: O(count x size).
 */
export function combinationAt(rank: number, count: number, size: number): Int32Array {
  const set = new Int32Array(size);
  let left = rank;
  let position = 0;
  for (let slot = 0; slot < size; slot += 1) {
    for (;;) {
      const starting = countCombinations(count - position - 1, size - slot - 1);
      if (left < starting) break;
      left -= starting;
      position += 1;
    }
    set[slot] = position;
    position += 1;
  }
  return set;
}

/** Turns a set into the next one in lexicographic order; false where it was the last. */
export function nextCombination(set: Int32Array, count: number): boolean {
  const size = set.length;
  let slot = size - 1;
  while (slot >= 0 && set[slot] === count - size + slot) slot -= 1;
  if (slot < 0) return false;
  set[slot]! += 1;
  for (let after = slot + 1; after < size; after += 1) set[after] = set[after - 1]! + 1;
  return true;
}
