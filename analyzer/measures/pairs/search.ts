import type { MeetingPairs } from "../../algorithms/sets/meeting-pairs.ts";
import { type PairValue, TopPairs } from "../../algorithms/sets/top-pairs.ts";
import type { Territory } from "../../system/territory.ts";
import { ApartPairs, type Footprints, sumOfKnown } from "./footprints.ts";

/** What is known while pairs that meet are run. */
export interface Search {
  readonly footprints: Footprints;
  /** Pairs that meet and may still have to be run, by the most that they can bring, highest first. */
  readonly open: MeetingPairs;
  /** How many of `open`, from the first on, are run in the round at hand. */
  readonly batch: number;
  /** The worst pairs so far, and those that bring most beyond the sum of both. */
  readonly worst: readonly PairValue[];
  readonly synergies: readonly PairValue[];
}

/** Sums are told apart only beyond rounding. */
export const rounding = 1e-9;

/** Pairs run in the first round; every further round doubles it. */
const firstBatch = 4096;

/** The most that a pair can bring: the sum of both, and what a meeting can add to it. */
function bound(footprints: Footprints, { first, second, extra }: MeetingPairs, at: number): number {
  return sumOfKnown(footprints, first[at]!, second[at]!) + extra[at]!;
}

function pick({ first, second, extra }: MeetingPairs, order: Int32Array): MeetingPairs {
  return {
    first: order.map((at) => first[at]!),
    second: order.map((at) => second[at]!),
    extra: Float64Array.from(order, (at) => extra[at]!),
  };
}

/**
 * Begins to run the pairs that meet; pairs that do not meet are judged here.
 *
 * Cost: O(meeting x log meeting), plus one comparison for each pair that does not meet, most of them skipped by value.
 */
export function startSearch(footprints: Footprints, meeting: MeetingPairs, territory: Territory, rows: number): Search {
  const bounds = meeting.extra.map((_, at) => bound(footprints, meeting, at));
  const order = Int32Array.from(bounds.keys()).sort((x, y) => bounds[y]! - bounds[x]! || x - y);
  const worst = worstApart(footprints, meeting, territory, rows).pairs;
  return withBatch({ footprints, open: pick(meeting, order), batch: 0, worst, synergies: [] }, rows, firstBatch);
}

/** The search after a round: what was run is taken away, and what can no longer be among the worst. */
export function continueSearch(search: Search, worst: TopPairs, synergies: TopPairs, rows: number): Search {
  const { open, batch } = search;
  const rest = {
    first: open.first.subarray(batch),
    second: open.second.subarray(batch),
    extra: open.extra.subarray(batch),
  };
  const next = { ...search, open: rest, worst: worst.pairs, synergies: synergies.pairs };
  return withBatch(next, rows, Math.max(2 * batch, firstBatch));
}

function withBatch(search: Search, rows: number, batch: number): Search {
  const { footprints, open, worst, synergies } = search;
  const leastWorst = worst.length < rows ? Number.NEGATIVE_INFINITY : worst.at(-1)!.value;
  const leastSynergy = synergies.length < rows ? 0 : synergies.at(-1)!.value;
  const kept: number[] = [];
  for (let at = 0; at < open.first.length; at += 1) {
    const most = bound(footprints, open, at);
    const mayBeWorst = most * (1 + rounding) >= leastWorst;
    if (mayBeWorst || open.extra[at]! * (1 + rounding) > leastSynergy) kept.push(at);
  }
  return { ...search, open: pick(open, Int32Array.from(kept)), batch: Math.min(batch, kept.length) };
}

/** The worst of the pairs that do not meet. */
function worstApart(footprints: Footprints, meeting: MeetingPairs, territory: Territory, rows: number): TopPairs {
  const { value } = footprints;
  const pairs = new ApartPairs(footprints, territory);
  const worst = new TopPairs(rows);
  const alone = (source: number) => sumOfKnown(footprints, source, source) / 2;
  const order = [...value.keys()].sort((x, y) => alone(y) - alone(x) || x - y);
  const partners = partnersOf(meeting, value.length);
  const meets = new Int32Array(value.length).fill(-1);
  order.forEach((source, place) => {
    if (alone(source) * 2 * (1 + rounding) < worst.least) return;
    for (const partner of partners[source] ?? []) meets[partner] = source;
    for (let next = place + 1; next < order.length; next += 1) {
      const other = order[next]!;
      const most = sumOfKnown(footprints, source, other) * (1 + rounding);
      if (most < worst.least) break;
      const [first, second] = [Math.min(source, other), Math.max(source, other)];
      if (meets[other] === source || !worst.admits(first, second, most)) continue;
      const together = pairs.value(first, second);
      if (!Number.isNaN(together)) worst.offer(first, second, together);
    }
  });
  return worst;
}

function partnersOf({ first, second }: MeetingPairs, count: number): number[][] {
  const partners: number[][] = Array.from({ length: count }, () => []);
  first.forEach((source, at) => {
    partners[source]!.push(second[at]!);
    partners[second[at]!]!.push(source);
  });
  return partners;
}
