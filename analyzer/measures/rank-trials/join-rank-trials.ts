import { compareIds } from "../../model/dataset.ts";
import type { RunWarning } from "../../model/result.ts";
import type { RunGround } from "../ground.ts";
import type { Finished, Round } from "../round.ts";
import { type MeanEstimate, MeanEstimator } from "../statistics/mean-estimator.ts";
import { type Moments, momentsOf } from "../statistics/moments.ts";
import { quantileRank } from "../statistics/quantile-estimator.ts";
import { rankCorrelation } from "../statistics/rank-correlation.ts";
import type { RankTrialsPart } from "./rank-trials-piece.ts";
import { type RankTrialsPlan, trialsRound } from "./rank-trials-plan.ts";
import type { InputSensitivity, RankTrialsResult, RankTrialsRow } from "./rank-trials-result.ts";
import { rankSamples } from "./rank-samples.ts";
import { tieGroups } from "./tie-groups.ts";

/** After the screen the round of trials; after the trials the ranking. O(runs x log candidates). */
export function joinRankTrials(
  ground: RunGround,
  plan: RankTrialsPlan,
  parts: readonly RankTrialsPart[],
): Round<RankTrialsPlan> | Finished<RankTrialsResult> {
  if (plan.stage === "screen") return trialsRound(plan, highest(parts, plan.question.candidates));
  return { kind: "done", result: summarise(ground, plan, parts) };
}

/** The assets with the highest values, ascending by position; exact ties by id. */
function highest(parts: readonly RankTrialsPart[], count: number): Int32Array {
  const values = parts.flatMap((part) => [...part.values]).map((value) => (Number.isNaN(value) ? -1 : value));
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b);
  return Int32Array.from(order.slice(0, count)).sort();
}

function summarise(ground: RunGround, plan: RankTrialsPlan, parts: readonly RankTrialsPart[]): RankTrialsResult {
  const { question, candidates, held } = plan;
  const { by, hours, trials, seed, confidence, k, drawn } = question;
  const samples = held.map((_, at) => samplesOf(plan, parts, at));
  const moments = samples.map((values) => momentsPerCandidate(values, candidates.length));
  return {
    kind: "rank-trials",
    by,
    hours,
    horizonHours: plan.horizonHours,
    seed,
    drawTransmission: drawn.transmission,
    drawRepair: drawn.repair,
    bufferSpread: drawn.bufferSpread,
    trials,
    confidence,
    k,
    candidates: candidates.length,
    assets: ground.dataset.assets.length,
    rows: rankRows(ground, plan, samples[0]!, moments[0]!),
    sensitivity: sensitivityOf(plan, moments),
    warnings: warnings(parts),
  };
}

/** [trial x candidate] the values with one input held. */
function samplesOf({ candidates, held }: RankTrialsPlan, parts: readonly RankTrialsPart[], which: number) {
  const width = candidates.length;
  const count = parts.reduce((sum, { values }) => sum + values.length, 0) / held.length;
  const samples = new Float64Array(count);
  let to = 0;
  for (const { values } of parts) {
    for (let from = which * width; from < values.length; from += held.length * width, to += width) {
      samples.set(values.subarray(from, from + width), to);
    }
  }
  return samples;
}

/** Null where a trial's value is not known. */
function momentsPerCandidate(samples: Float64Array, width: number): (Moments | null)[] {
  return Array.from({ length: width }, (_, candidate) => {
    const own = columnOf(samples, width, candidate);
    return own.some((value) => Number.isNaN(value)) ? null : momentsOf(own);
  });
}

function columnOf(table: Float64Array | Int32Array, width: number, column: number): number[] {
  const values: number[] = [];
  for (let at = column; at < table.length; at += width) values.push(table[at]!);
  return values;
}

const unknown: Omit<MeanEstimate, "mean"> & { readonly mean: null } = {
  mean: null,
  interval: null,
  standardDeviation: null,
};

function rankRows(
  { cascade }: RunGround,
  { question, candidates }: RankTrialsPlan,
  samples: Float64Array,
  moments: readonly (Moments | null)[],
): RankTrialsRow[] {
  const { trials, confidence, k } = question;
  const estimator = new MeanEstimator(trials, confidence);
  const ranks = rankSamples(samples, candidates.length);
  const rows = [...candidates]
    .map((asset, candidate) => {
      const own = Int32Array.from(columnOf(ranks, candidates.length, candidate)).sort();
      const at = (share: number) => own[quantileRank(share, trials) - 1]!;
      const found = moments[candidate];
      return {
        id: cascade.system.assetIds[asset]!,
        ...(found ? estimator.estimate(found) : unknown),
        rankInterval: [at((1 - confidence) / 2), at((1 + confidence) / 2)] as const,
        inTop: own.reduce((count, rank) => count + (rank <= k ? 1 : 0), 0) / trials,
      };
    })
    .sort((x, y) => (y.mean ?? -1) - (x.mean ?? -1) || compareIds(x.id, y.id));
  // After one trial a mean is all there is: it ties with its equals.
  const groups = tieGroups(rows.map(({ mean, interval }) => (mean === null ? null : (interval ?? [mean, mean]))));
  return rows.map(({ id, ...row }, index) => ({ rank: index + 1, id, ...row, tieGroup: groups[index]! }));
}

/** How much the ranking moves with each held input, the most first. */
function sensitivityOf(
  { held, question: { k } }: RankTrialsPlan,
  moments: readonly (readonly (Moments | null)[])[],
): InputSensitivity[] {
  const known = moments[0]!.flatMap((_, candidate) => (moments.every((of) => of[candidate]) ? [candidate] : []));
  const column = (which: number) => known.map((candidate) => moments[which]![candidate]!);
  const all = column(0);
  const allMeans = all.map(({ mean }) => mean);
  return held
    .flatMap((input, which) => {
      if (input === null) return [];
      const without = column(which);
      const means = without.map(({ mean }) => mean);
      return {
        input,
        rankCorrelation: rankCorrelation(allMeans, means),
        topOverlap: topOverlap(allMeans, means, k),
        varianceDrop: varianceDrop(all, without),
      };
    })
    .sort(
      (x, y) =>
        (x.rankCorrelation ?? 1) - (y.rankCorrelation ?? 1) ||
        x.topOverlap - y.topOverlap ||
        (y.varianceDrop ?? 0) - (x.varianceDrop ?? 0) ||
        compareIds(x.input, y.input),
    );
}

/**
 * Share of the first k of one list that are among the first k of the other; ties by position, 1 where there is nothing
 * to compare.
 */
function topOverlap(x: readonly number[], y: readonly number[], k: number): number {
  const top = (values: readonly number[]) =>
    [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b).slice(0, k);
  const first = top(x);
  const other = new Set(top(y));
  return first.length === 0 ? 1 : first.filter((place) => other.has(place)).length / first.length;
}

function varianceDrop(all: readonly Moments[], without: readonly Moments[]): number | null {
  const sum = (moments: readonly Moments[]) => moments.reduce((total, { squares }) => total + squares, 0);
  return sum(all) === 0 ? null : 1 - sum(without) / sum(all);
}

function warnings(parts: readonly RankTrialsPart[]): RunWarning[] {
  const capped = parts.reduce((sum, { cappedRuns }) => sum + cappedRuns, 0);
  const text = `${capped} runs stopped at the cap on events; what came later is missing`;
  return capped === 0 ? [] : [{ code: "RUN_EVENT_CAP", text }];
}
