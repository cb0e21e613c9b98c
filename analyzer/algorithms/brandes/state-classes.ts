/** Nodes with the same States are of one class, so that "do these two share a State" is asked once per pair of classes. */
export interface StateClasses {
  /** [node] class. */
  readonly classOf: Int32Array;
  /** [class + 1] offsets into `state`. */
  readonly start: Int32Array;
  /** The States of each class, ascending. */
  readonly state: Int32Array;
}

/**
 * The classes in order of their first node.
 *
 * @param shareStart [node + 1] offsets into `stateOf`
 * @param stateOf State of each share
 *
 * Cost: O(shares log shares of one node).
 */
export function stateClasses(shareStart: Int32Array, stateOf: Int32Array): StateClasses {
  const known = new Map<string, number>();
  const start = [0];
  const state: number[] = [];
  const classOf = new Int32Array(shareStart.length - 1);
  for (let node = 0; node < classOf.length; node += 1) {
    const own = [...new Set(stateOf.subarray(shareStart[node], shareStart[node + 1]))].sort((x, y) => x - y);
    const key = own.join(" ");
    const found = known.get(key) ?? known.size;
    if (found === known.size) {
      known.set(key, found);
      state.push(...own);
      start.push(state.length);
    }
    classOf[node] = found;
  }
  return { classOf, start: Int32Array.from(start), state: Int32Array.from(state) };
}

/** [class] 1 for the classes that share no State with a given one. O(shares of all classes). */
export function foreignClasses({ start, state }: StateClasses, to: number): Uint8Array {
  const own = new Set(state.subarray(start[to], start[to + 1]));
  const foreign = new Uint8Array(start.length - 1).fill(1);
  for (let other = 0; other < foreign.length; other += 1) {
    for (let at = start[other]!; at < start[other + 1]!; at += 1) if (own.has(state[at]!)) foreign[other] = 0;
  }
  return foreign;
}
