import type { BinaryLayout } from "../../algorithms/closure/binary-layout.ts";
import { combinationAt, countCombinations, nextCombination } from "../../algorithms/sets/combinations.ts";
import { finalLayout } from "../../algorithms/sets/final-layout.ts";
import { GreedyClosures } from "../../algorithms/sets/greedy-closures.ts";
import { type LazyBounds, openCandidates } from "../../algorithms/sets/open-candidates.ts";
import { gainsShrink } from "../../algorithms/sets/shrinking-gains.ts";
import { limits } from "../../model/limits.ts";
import { toTicks } from "../../system/ticks.ts";
import type { PieceGround } from "../ground.ts";
import {
  type GreedyFound,
  type GreedyQuestion,
  type GreedySetsResult,
  greedySetsResult,
  type WorstSet,
} from "./greedy-sets-result.ts";
import type { Watch } from "../watch.ts";
import { type Finished, pieceCount, pieceRange, type Round } from "../round.ts";
import { addCounts, exceeds, type RunCount, SetLosses } from "../set-losses.ts";

/** What is known between two rounds. */
export interface GreedyPlan extends GreedyFound {
  /** What the pieces do: judge candidates on top of the picks, make all picks by forests, or judge all sets of the size. */
  readonly step: "candidates" | "forests" | "sets";
  readonly candidates: Int32Array;
  readonly lazy: LazyBounds | null;
  /** What forests are made of; null for the other steps. */
  readonly layout: BinaryLayout | null;
  /** The best candidate of this pick so far; -1 for none. */
  readonly best: number;
  readonly bestTotal: number;
}

/** What a piece found: a total per candidate; all picks; or the worst set of its range, the first of equals. */
export interface GreedyPart extends RunCount, WorstSet {
  readonly totals: Float64Array;
  readonly picks: readonly number[];
}

type GreedyRound = Round<GreedyPlan>;

/** Candidates that a piece judges at least, and how many a lazy round asks for. */
const leastPiece = 16;
const lazyBatch = 64;
/** Rounding may lift a gain by so much of the total: candidates as close as that are judged too. */
const slack = 1e-9;

/**
 * Exact greedy sets (model.md section 5): each pick is the asset whose loss, on top of those picked before, brings the most;
 * exact ties by id. Candidates are judged by the event engine, every one of them for every pick, but
 * - where the number of assets is asked, nothing comes back before the horizon and failures alone decide (`finalLayout`),
 *   all at once by a closure forest on what the picks before leave;
 * - where gains provably shrink (`gainsShrink`, nothing comes back, the consequence is a sum over assets), lazily (Minoux
 *   1978): only those whose gain could still be the largest.
 * Where there are few enough sets of the size, the worst of all of them is found too.
 *
 * Cost: N runs per pick, fewer where lazy, or one forest per pick; plus one run per set for the worst.
 */
export function planGreedySets(ground: PieceGround, question: GreedyQuestion): GreedyRound {
  const count = ground.cascade.system.assetIds.length;
  const layout = layoutFor(ground, question);
  const isLazy = layout === null && mayBeLazy(ground, question);
  const bounds = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const plan: GreedyPlan = {
    question,
    picks: [],
    totals: [],
    method: layout !== null ? "residual forest" : isLazy ? "lazy" : "every candidate",
    step: layout !== null ? "forests" : "candidates",
    candidates: Int32Array.from({ length: count }, (_, asset) => asset),
    lazy: isLazy ? { bounds, judgedFor: new Int32Array(count) } : null,
    layout,
    best: -1,
    bestTotal: Number.NaN,
    count: { runs: 0, cappedRuns: 0 },
  };
  return layout === null ? candidatesRound(plan) : { kind: "planned", plan, pieces: 1 };
}

function layoutFor({ cascade, territory }: PieceGround, { by, hours, horizonHours }: GreedyQuestion) {
  if (by !== "assetsDisrupted" || hours < horizonHours) return null;
  return finalLayout(cascade.system, territory, toTicks(horizonHours));
}

function mayBeLazy({ cascade, territory }: PieceGround, { by, hours, horizonHours }: GreedyQuestion): boolean {
  if (hours < horizonHours || !gainsShrink(cascade.system)) return false;
  const allPeopleKnown = territory.peopleServed.every((people) => !Number.isNaN(people));
  return by === "outageHours" || by === "assetsDisrupted" || (by === "personHours" && allPeopleKnown);
}

function candidatesRound(plan: GreedyPlan): GreedyRound {
  return { kind: "planned", plan, pieces: pieceCount(plan.candidates.length, leastPiece) };
}

/** Judges the candidates, or the sets, of one piece. Null where the caller aborted. */
export function greedyPiece(ground: PieceGround, plan: GreedyPlan, index: number, watch: Watch): GreedyPart | null {
  const losses = new SetLosses(ground, plan.question);
  if (plan.step === "sets") return setsPiece(ground, plan, index, losses, watch);
  if (plan.layout !== null) return forestsPiece(plan.layout, plan.question.size, watch);
  const [from, to] = pieceRange(plan.candidates.length, leastPiece, index);
  const totals = new Float64Array(to - from);
  const set = Int32Array.from([...plan.picks, -1]);
  for (let at = from; at < to; at += 1) {
    if (watch.aborted()) return null;
    set[set.length - 1] = plan.candidates[at]!;
    totals[at - from] = losses.value(set);
    watch.progress(at - from + 1, to - from);
  }
  return { totals, picks: [], worstSet: null, worstTotal: Number.NaN, ...losses.count };
}

/** All picks, each by a closure forest on what those before leave. */
function forestsPiece(layout: BinaryLayout, size: number, watch: Watch): GreedyPart | null {
  const closures = new GreedyClosures(layout);
  const totals = new Float64Array(size);
  const picks: number[] = [];
  for (let place = 0; place < size; place += 1) {
    if (watch.aborted()) return null;
    const { asset, gain } = closures.next();
    picks.push(asset);
    totals[place] = (totals[place - 1] ?? 0) + gain;
    watch.progress(place + 1, size);
  }
  return { totals, picks, worstSet: null, worstTotal: Number.NaN, runs: 0, cappedRuns: 0 };
}

function setsPiece(
  { cascade }: PieceGround,
  { question: { size } }: GreedyPlan,
  index: number,
  losses: SetLosses,
  watch: Watch,
): GreedyPart | null {
  const count = cascade.system.assetIds.length;
  const [from, to] = pieceRange(countCombinations(count, size), leastPiece, index);
  let worstSet: Int32Array | null = null;
  let worstTotal = Number.NaN;
  const set = combinationAt(from, count, size);
  for (let rank = from; rank < to; rank += 1) {
    if (watch.aborted()) return null;
    const total = losses.value(set);
    if (worstSet === null || exceeds(total, worstTotal)) {
      worstSet = set.slice();
      worstTotal = total;
    }
    nextCombination(set, count);
    watch.progress(rank - from + 1, to - from);
  }
  return { totals: new Float64Array(0), picks: [], worstSet, worstTotal, ...losses.count };
}

/** Makes the pick that a round of candidates decides and asks for the next round, or ends. */
export function joinGreedySets(
  ground: PieceGround,
  plan: GreedyPlan,
  parts: readonly GreedyPart[],
): GreedyRound | Finished<GreedySetsResult> {
  const counted = { ...plan, count: addCounts([plan.count, ...parts]) };
  if (plan.step === "sets") return { kind: "done", result: greedySetsResult(ground, counted, parts) };
  if (plan.step === "forests") {
    const { picks = [], totals = [] } = parts[0] ?? {};
    return afterPicks(ground, { ...counted, picks, totals: [...totals] });
  }
  const judged = judge(counted, parts);
  const { lazy, best, bestTotal, totals } = judged;
  if (lazy !== null) {
    const least = bestTotal - (totals.at(-1) ?? 0) - slack * bestTotal;
    const open = openCandidates(lazy, totals.length + 1, least, lazyBatch);
    if (open.length > 0) return candidatesRound({ ...judged, candidates: open });
  }
  return pickNext(ground, { ...judged, picks: [...plan.picks, best], totals: [...totals, bestTotal] });
}

/** Notes the totals of a round: the best candidate so far and, where lazy, how much each can still gain. */
function judge(plan: GreedyPlan, parts: readonly GreedyPart[]): GreedyPlan {
  const before = plan.totals.at(-1) ?? 0;
  const lazy = plan.lazy === null ? null : { bounds: plan.lazy.bounds.slice(), judgedFor: plan.lazy.judgedFor.slice() };
  let { best, bestTotal } = plan;
  let at = 0;
  for (const { totals } of parts) {
    for (const total of totals) {
      const asset = plan.candidates[at]!;
      at += 1;
      if (lazy !== null) {
        lazy.bounds[asset] = total - before;
        lazy.judgedFor[asset] = plan.totals.length + 1;
      }
      const isTie = asset < best && !exceeds(bestTotal, total);
      if (best !== -1 && !isTie && !exceeds(total, bestTotal)) continue;
      best = asset;
      bestTotal = total;
    }
  }
  return { ...plan, lazy, best, bestTotal };
}

function pickNext(ground: PieceGround, plan: GreedyPlan): GreedyRound | Finished<GreedySetsResult> {
  const { picks, question, lazy } = plan;
  const next = { ...plan, best: -1, bestTotal: Number.NaN };
  if (picks.length < question.size) {
    // No bound holds for a pick: it is not judged again.
    if (lazy !== null) lazy.bounds[picks.at(-1)!] = Number.NaN;
    const candidates =
      lazy === null
        ? plan.candidates.filter((asset) => asset !== picks.at(-1))
        : openCandidates(lazy, picks.length + 1, Number.NEGATIVE_INFINITY, lazyBatch);
    return candidatesRound({ ...next, candidates });
  }
  return afterPicks(ground, next);
}

/** The worst of all sets, where there are few enough. */
function afterPicks(ground: PieceGround, plan: GreedyPlan): GreedyRound | Finished<GreedySetsResult> {
  const { question } = plan;
  const sets = countCombinations(ground.cascade.system.assetIds.length, question.size);
  if (question.size === 1 || sets > limits.exhaustiveSets) {
    return { kind: "done", result: greedySetsResult(ground, plan, []) };
  }
  return { kind: "planned", plan: { ...plan, step: "sets", layout: null }, pieces: pieceCount(sets, leastPiece) };
}
