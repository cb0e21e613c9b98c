/** A word with its first worlds marked, 0 to 32 of them. */
export function firstWorlds(count: number): number {
  return count >= 32 ? -1 : (1 << Math.max(0, count)) - 1;
}

/** How many worlds are marked in some words. */
export function worldCount(marked: Int32Array, from: number, words: number): number {
  let count = 0;
  for (let word = from; word < from + words; word += 1) {
    let bits = marked[word]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
