import type { Digraph } from "../digraph/digraph.ts";
import type { PathSources } from "./path-search.ts";

/** A count is `mantissa x 2^(512 x scale)`; the mantissa stays below this. */
const unit = 2 ** 512;

/**
 * What one search of `Brandes` adds, where there are more shortest paths than a number can count (two side roads in
 * each of a thousand steps): every count has a scale of its own, so that ratios stay exact to rounding.
 *
 * Cost: O(nodes + edges) time and space, several times that of the plain counts.
 */
export function addScaledShares(
  { start, successor }: Digraph,
  { from: source, count, abroad, abroadBehind }: PathSources,
  classOf: Int32Array,
  standsIn: Int32Array,
  sums: Float64Array,
): void {
  const nodeCount = start.length - 1;
  const distance = new Int32Array(nodeCount).fill(-1);
  const mantissa = new Float64Array(nodeCount);
  const scale = new Int32Array(nodeCount);
  const queue = [source];
  distance[source] = 0;
  mantissa[source] = 1;
  const add = (to: number, from: number): void => {
    if (scale[from]! > scale[to]!) {
      mantissa[to]! *= scaled(scale[to]! - scale[from]!);
      scale[to] = scale[from]!;
    }
    mantissa[to]! += mantissa[from]! * scaled(scale[from]! - scale[to]!);
  };
  for (const node of queue) {
    if (mantissa[node]! >= unit) {
      mantissa[node]! /= unit;
      scale[node]! += 1;
    }
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const head = successor[edge]!;
      if (distance[head] === -1) {
        distance[head] = distance[node]! + 1;
        queue.push(head);
      }
      if (distance[head] === distance[node]! + 1) add(head, node);
    }
  }
  const share = new Float64Array(2 * nodeCount);
  for (let place = queue.length - 1; place > 0; place -= 1) {
    const node = queue[place]!;
    for (let edge = start[node]!; edge < start[node + 1]!; edge += 1) {
      const head = successor[edge]!;
      if (distance[head] !== distance[node]! + 1) continue;
      const part = (mantissa[node]! / mantissa[head]!) * scaled(scale[node]! - scale[head]!);
      const ends = standsIn[head] === source ? count - 1 : count;
      share[2 * node]! += part * (ends + share[2 * head]!);
      share[2 * node + 1]! += part * (abroad[classOf[head]!]! + share[2 * head + 1]!);
    }
    sums[2 * node]! += share[2 * node]!;
    sums[2 * node + 1]! += share[2 * node + 1]!;
    sums[2 * source]! += standsIn[node] === source ? count - 2 : count - 1;
    sums[2 * source + 1]! += abroadBehind[classOf[node]!]!;
  }
}

/** 2^(512 x difference), 0 where that is too small to count. */
function scaled(difference: number): number {
  return difference === 0 ? 1 : unit ** difference;
}
