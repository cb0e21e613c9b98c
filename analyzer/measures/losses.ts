import type { Trace } from "../algorithms/cascade/trace.ts";
import { toHours } from "../system/ticks.ts";

/** What a record of a run lost: hours times the share of function that was missing. */
export function recordLossHours(trace: Trace, record: number): number {
  return toHours(trace.toTick[record]! - trace.fromTick[record]!) * (1 - trace.level[record]!);
}

/** The asset at which the chain of each record begins (model.md section 2, Cause). [record] asset position. O(records). */
export function recordRoots(trace: Trace): Int32Array {
  const roots = new Int32Array(trace.count).fill(-1);
  for (let record = 0; record < trace.count; record += 1) {
    const path: number[] = [];
    let at = record;
    while (roots[at] === -1 && parentOf(trace, at) !== -1) {
      path.push(at);
      at = parentOf(trace, at);
    }
    const root = roots[at] === -1 ? trace.asset[at]! : roots[at]!;
    roots[at] = root;
    for (const below of path) roots[below] = root;
  }
  return roots;
}

/** How many steps the chain of each record has. [record] O(records). */
export function chainLengths(trace: Trace): Int32Array {
  const lengths = new Int32Array(trace.count);
  for (let record = 0; record < trace.count; record += 1) {
    const path: number[] = [];
    let at = record;
    while (at !== -1 && lengths[at] === 0) {
      path.push(at);
      at = parentOf(trace, at);
    }
    let length = at === -1 ? 0 : lengths[at]!;
    for (const below of path.reverse()) lengths[below] = length += 1;
  }
  return lengths;
}

/** Asset positions from the chain's beginning to the asset of the record itself. */
export function recordChain(trace: Trace, record: number): number[] {
  const chain: number[] = [];
  for (let at = record; at !== -1; at = parentOf(trace, at)) chain.push(trace.asset[at]!);
  return chain.reverse();
}

/** The record that explains this one, -1 where the chain begins here. */
export function parentOf(trace: Trace, record: number): number {
  return trace.cause[record]?.record ?? -1;
}
