import { strongComponents } from "../components/strong-components.ts";
import type { BinaryLayout } from "./binary-layout.ts";

/**
 * In which order closures are worked out (performance.md 3.3): nodes that are all lost with one another are one component,
 * and every component is worked out on top of a component that is lost with it. A component leads to those of lower numbers
 * alone.
 */
export interface ForestPlan {
  readonly componentCount: number;
  /** [component + 1] offsets into `member`. */
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  /** [component] the first of those worked out on top of it, and the next one on top of the same; -1 where there is none. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** The first of those worked out from nothing; `nextSibling` leads to the others. -1 in an empty forest. */
  readonly firstRoot: number;
}

/** How many nodes reach is estimated from; two words of 31 bits. */
const sampleCount = 62;
const wordBits = 31;

/**
 * Plans the forest. Any choice of parents is right; the best is the one that is lost the most with, by an estimate.
 *
 * @param seed of the sample that reach is estimated from
 *
 * Cost: O(nodes + critical edges).
 */
export function forestPlan(layout: BinaryLayout, seed = 7): ForestPlan {
  const member = new Int32Array(layout.nodeCount);
  const component = strongComponents(layout.criticalStart, layout.critical, member);
  const componentCount = member.length === 0 ? 0 : component[member.at(-1)!]! + 1;
  const memberStart = new Int32Array(componentCount + 1);
  for (let at = 0; at < member.length; at += 1) memberStart[component[member[at]!]! + 1] = at + 1;
  const parent = parents(layout, component, { memberStart, member }, seed);
  const firstChild = new Int32Array(componentCount).fill(-1);
  const nextSibling = new Int32Array(componentCount);
  let firstRoot = -1;
  // From the last one on, so that lists ascend: cores found that way save the most.
  for (let number = componentCount - 1; number >= 0; number -= 1) {
    const on = parent[number]!;
    nextSibling[number] = on === -1 ? firstRoot : firstChild[on]!;
    if (on === -1) firstRoot = number;
    else firstChild[on] = number;
  }
  return { componentCount, memberStart, member, firstChild, nextSibling, firstRoot };
}

/**
 * For every component the successor with the largest estimate of its closure, -1 for a sink. Successors have lower numbers,
 * so one pass from below knows what each of them reaches.
 */
function parents(
  { criticalStart, critical }: BinaryLayout,
  component: Int32Array,
  { memberStart, member }: Pick<ForestPlan, "memberStart" | "member">,
  seed: number,
): Int32Array {
  const count = memberStart.length - 1;
  const { low, high } = samples(component, count, seed);
  /** Nodes along the longest way down: tells closures apart that hold no sample. */
  const depth = new Int32Array(count);
  const estimate = new Float64Array(count);
  const parent = new Int32Array(count).fill(-1);
  const nodesPerSample = component.length / sampleCount;
  for (let number = 0; number < count; number += 1) {
    let best = -1;
    let below = 0;
    let lowBits = low[number]!;
    let highBits = high[number]!;
    for (let at = memberStart[number]!; at < memberStart[number + 1]!; at += 1) {
      const node = member[at]!;
      for (let edge = criticalStart[node]!; edge < criticalStart[node + 1]!; edge += 1) {
        const next = component[critical[edge]!]!;
        if (next === number) continue;
        lowBits |= low[next]!;
        highBits |= high[next]!;
        if (best === -1 || estimate[next]! > estimate[best]!) best = next;
        if (depth[next]! > below) below = depth[next]!;
      }
    }
    low[number] = lowBits;
    high[number] = highBits;
    depth[number] = below + memberStart[number + 1]! - memberStart[number]!;
    estimate[number] = (bitCount(lowBits) + bitCount(highBits)) * nodesPerSample + depth[number]!;
    parent[number] = best;
  }
  return parent;
}

/** Marks the components of some nodes drawn by a linear congruential generator (Numerical Recipes), one bit each. */
function samples(component: Int32Array, count: number, seed: number): { low: Int32Array; high: Int32Array } {
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  let state = seed;
  for (let sample = 0; sample < sampleCount && component.length > 0; sample += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const drawn = component[(state >>> 0) % component.length]!;
    if (sample < wordBits) low[drawn]! |= 1 << sample;
    else high[drawn]! |= 1 << (sample - wordBits);
  }
  return { low, high };
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
