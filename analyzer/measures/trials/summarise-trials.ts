import { compareIds } from "../../model/dataset.ts";
import { type Consequence, consequences, type RunWarning } from "../../model/result.ts";
import type { RunGround } from "../ground.ts";
import { exceedanceCurve } from "../statistics/exceedance-curve.ts";
import { expectedShortfall } from "../statistics/expected-shortfall.ts";
import { MeanEstimator } from "../statistics/mean-estimator.ts";
import { momentsOf } from "../statistics/moments.ts";
import { MomentsTable } from "../statistics/moments-table.ts";
import { QuantileEstimator } from "../statistics/quantile-estimator.ts";
import { ShareEstimator } from "../statistics/share-estimator.ts";
import type { TrialsPart } from "./run-trials.ts";
import type { ConsequenceEstimate, LossEstimate, ShareEstimate, TrialsNumbers } from "./trials-result.ts";

const quantileShares = [0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;
const tailShares = [0.9, 0.95, 0.99] as const;
/** The precision that `furtherTrials` counts to: half the interval as a share of the mean. */
const wantedShare = 0.05;

/**
 * What all trials come to, made from their parts in the order of trials, so that the same trials give the same bits
 * however they were shared out.
 *
 * Cost: O(trials log trials + assets).
 */
export function summariseTrials(
  ground: RunGround,
  parts: readonly TrialsPart[],
  trials: number,
  confidence: number,
): TrialsNumbers {
  const columns = trialColumns(parts, trials);
  const estimators: Estimators = {
    mean: new MeanEstimator(trials, confidence),
    share: new ShareEstimator(trials, confidence),
    quantile: new QuantileEstimator(trials, confidence),
  };
  const found = Object.fromEntries(
    consequences.map((name, column) => [name, estimateConsequence(columns[column]!, estimators)]),
  ) as Record<Consequence, ConsequenceEstimate | null>;
  return {
    trials,
    confidence,
    consequences: found,
    states: stateRows(ground, parts, trials, estimators),
    assets: assetRows(ground, parts, trials, estimators),
    warnings: warnings(parts, found, trials),
  };
}

interface Estimators {
  readonly mean: MeanEstimator;
  readonly share: ShareEstimator;
  readonly quantile: QuantileEstimator;
}

/** [consequence][trial] the values of all parts, end to end. */
function trialColumns(parts: readonly TrialsPart[], trials: number): Float64Array[] {
  const columns = consequences.map(() => new Float64Array(trials));
  let from = 0;
  for (const { values } of parts) {
    const count = values.length / consequences.length;
    columns.forEach((column, at) => column.set(values.subarray(at * count, (at + 1) * count), from));
    from += count;
  }
  return columns;
}

/**
 * Null where a trial's value is not known: a mean over the others would be of other trials than the rest of the result.
 */
function estimateConsequence(values: Float64Array, { mean, quantile }: Estimators): ConsequenceEstimate | null {
  if (values.some((value) => Number.isNaN(value))) return null;
  const moments = momentsOf(values);
  const sorted = values.toSorted();
  const first = (value: number) => ({ value, trial: values.indexOf(value) });
  return {
    ...mean.estimate(moments),
    furtherTrials: mean.furtherTrials(moments, wantedShare),
    quantiles: quantileShares.map((share) => {
      const estimate = quantile.estimate(sorted, share);
      return { ...estimate, ...first(estimate.value) };
    }),
    tails: tailShares.map((share) => expectedShortfall(sorted, share, mean)),
    exceedance: exceedanceCurve(sorted),
    worst: first(sorted.at(-1)!),
  };
}

function stateRows(
  { territory }: RunGround,
  parts: readonly TrialsPart[],
  trials: number,
  estimators: Estimators,
): TrialsNumbers["states"] {
  const table = new MomentsTable(territory.codes.length);
  for (const { states } of parts) table.join(states.rows, states.columns);
  return [...table.filled().rows].map((state) => {
    const reached = parts.reduce((sum, part) => sum + part.stateReached[state]!, 0);
    return {
      code: territory.codes[state]!,
      ...lossEstimate(table, state, trials, estimators),
      reached: shareEstimate(reached, trials, estimators),
    };
  });
}

function assetRows(
  { cascade }: RunGround,
  parts: readonly TrialsPart[],
  trials: number,
  estimators: Estimators,
): TrialsNumbers["assets"] {
  const { assetIds } = cascade.system;
  const table = new MomentsTable(assetIds.length);
  for (const { assets } of parts) table.join(assets.rows, assets.columns);
  return [...table.filled().rows]
    .map((asset) => ({ id: assetIds[asset]!, ...lossEstimate(table, asset, trials, estimators) }))
    .sort((x, y) => y.outageHours.mean - x.outageHours.mean || compareIds(x.id, y.id));
}

function lossEstimate(table: MomentsTable, row: number, trials: number, estimators: Estimators): LossEstimate {
  return {
    disrupted: shareEstimate(table.countOf(row), trials, estimators),
    outageHours: estimators.mean.estimate(table.momentsOf(row, trials)),
  };
}

function shareEstimate(hits: number, trials: number, { share }: Estimators): ShareEstimate {
  return { share: hits / trials, interval: share.interval(hits) };
}

function warnings(
  parts: readonly TrialsPart[],
  found: Readonly<Record<Consequence, ConsequenceEstimate | null>>,
  trials: number,
): RunWarning[] {
  const list: RunWarning[] = [];
  const capped = parts.reduce((sum, { cappedTrials }) => sum + cappedTrials, 0);
  if (capped > 0) {
    const text = `${capped} of ${trials} trials stopped at the cap on events; what came later is missing`;
    list.push({ code: "RUN_EVENT_CAP", text });
  }
  if (found.personHours === null) {
    const text = "in at least one trial no asset that loses states people_served; person-hours are not known";
    list.push({ code: "RUN_PEOPLE_UNKNOWN", text });
  }
  return list;
}
