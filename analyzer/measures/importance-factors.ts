import type { Interval } from "./statistics/interval.ts";

/** The importance of one asset for a top event, or for an expected loss, under chance. Null where a quotient has no value. */
export interface ImportanceFactors {
  /** How much more of the top there is when the asset is lost than when it is kept. */
  readonly birnbaum: number;
  /** The share of the top that would go if the asset could not be lost. */
  readonly criticality: number | null;
  /** The share of the top that comes about with the asset lost, whatever the reason. */
  readonly diagnostic: number | null;
  /** Risk achievement worth: how many times the top there is when the asset is lost for sure. */
  readonly riskAchievementWorth: number | null;
  /** Risk reduction worth: how many times the top there is of what is left when the asset cannot be lost. */
  readonly riskReductionWorth: number | null;
}

export type FactorIntervals = { readonly [Factor in keyof ImportanceFactors]: Interval | null };

/** Probability of the top event, or expected loss, of the trials in which an asset is lost, or kept, and its standard error. */
export interface Stratum {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * The five factors of an asset that is lost with probability q: with Q the top, Q1 the top when it is lost, Q0 when it is
 * kept, Q = q Q1 + (1 - q) Q0: Birnbaum Q1 - Q0, criticality (Q1 - Q0) q / Q, diagnostic q Q1 / Q, RAW Q1 / Q, RRW Q / Q0
 * (validation.md 9; Birnbaum 1969).
 */
export function importanceFactors(likelihood: number, ifLost: number, ifKept: number): ImportanceFactors {
  const top = likelihood * ifLost + (1 - likelihood) * ifKept;
  const ofTop = (value: number): number | null => (top === 0 ? null : value / top);
  return {
    birnbaum: ifLost - ifKept,
    criticality: ofTop((ifLost - ifKept) * likelihood),
    diagnostic: ofTop(likelihood * ifLost),
    riskAchievementWorth: ofTop(ifLost),
    riskReductionWorth: ifKept === 0 ? null : top / ifKept,
  };
}

/** A factor's slope in Q1 and in Q0, null where the factor has no value. */
type Slopes = readonly [inLost: number, inKept: number] | null;

/**
 * Intervals of the factors from the errors of Q1 and Q0, which come from different trials: to first order in the errors
 * (delta method).
 *
 * @param reach half an interval in standard errors
 */
export function factorIntervals(likelihood: number, lost: Stratum, kept: Stratum, reach: number): FactorIntervals {
  const factors = importanceFactors(likelihood, lost.mean, kept.mean);
  const slopes = factorSlopes(likelihood, lost.mean, kept.mean);
  const around = (value: number | null, slope: Slopes): Interval | null => {
    if (value === null || slope === null) return null;
    const half = reach * Math.hypot(slope[0] * lost.standardError, slope[1] * kept.standardError);
    return [value - half, value + half];
  };
  return {
    birnbaum: around(factors.birnbaum, slopes.birnbaum),
    criticality: around(factors.criticality, slopes.criticality),
    diagnostic: around(factors.diagnostic, slopes.diagnostic),
    riskAchievementWorth: around(factors.riskAchievementWorth, slopes.riskAchievementWorth),
    riskReductionWorth: around(factors.riskReductionWorth, slopes.riskReductionWorth),
  };
}

function factorSlopes(
  likelihood: number,
  ifLost: number,
  ifKept: number,
): { readonly [Factor in keyof ImportanceFactors]: Slopes } {
  const top = likelihood * ifLost + (1 - likelihood) * ifKept;
  const square = top * top;
  const worth: Slopes =
    top === 0 ? null : [((1 - likelihood) * ifKept) / square, (-(1 - likelihood) * ifLost) / square];
  return {
    birnbaum: [1, -1],
    criticality: top === 0 ? null : [(likelihood * ifKept) / square, (-likelihood * ifLost) / square],
    diagnostic: worth === null ? null : [likelihood * worth[0], likelihood * worth[1]],
    riskAchievementWorth: worth,
    riskReductionWorth: ifKept === 0 ? null : [likelihood / ifKept, (-likelihood * ifLost) / (ifKept * ifKept)],
  };
}
