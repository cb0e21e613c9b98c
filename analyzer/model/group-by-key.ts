/**
 * Groups the positions 0..keys.length-1 by key: `items[start[k]] .. items[start[k + 1] - 1]` are the positions with key k,
 * in ascending order. Keys below 0 are left out. Linear (counting sort).
 */
export function groupByKey(keys: ArrayLike<number>, keyCount: number): { start: Int32Array; items: Int32Array } {
  const start = new Int32Array(keyCount + 1);
  let kept = 0;
  for (let position = 0; position < keys.length; position += 1) {
    const key = keys[position]!;
    if (key < 0) continue;
    start[key + 1]! += 1;
    kept += 1;
  }
  for (let key = 0; key < keyCount; key += 1) start[key + 1]! += start[key]!;
  const next = start.slice(0, keyCount);
  const items = new Int32Array(kept);
  for (let position = 0; position < keys.length; position += 1) {
    const key = keys[position]!;
    if (key < 0) continue;
    items[next[key]!] = position;
    next[key]! += 1;
  }
  return { start, items };
}
