import { normalQuantile } from "../algorithms/elementary/normal-quantile.ts";
import { type MinimalSetBounds, minimalSetBounds, minimalSets } from "../algorithms/sets/minimal-sets.ts";
import { meanGiven, meanOfSubsets } from "../algorithms/sets/subset-means.ts";
import { compareIds } from "../model/dataset.ts";
import type { Consequence } from "../model/result.ts";
import type { ChanceLosses, Top } from "./chance-worlds.ts";
import type { PieceGround } from "./ground.ts";
import {
  factorIntervals,
  type FactorIntervals,
  type ImportanceFactors,
  importanceFactors,
  type Stratum,
} from "./importance-factors.ts";
import type { RunCount } from "./set-losses.ts";
import type { Interval } from "./statistics/interval.ts";
import { Moments } from "./statistics/moments.ts";
import type { MomentsTable } from "./statistics/moments-table.ts";

/** The intervals hold the true value with this probability. */
const confidence = 0.9;

type Unknown<Values> = { readonly [Name in keyof Values]: Values[Name] | null };

/** One asset that may be lost. What trials could not tell is null: an asset that was never lost, or always. */
export interface ImportanceRow extends Unknown<ImportanceFactors> {
  readonly rank: number;
  readonly id: string;
  readonly likelihood: number;
  /** Probability of the event, or expected loss, when the asset is lost, and when it is kept. */
  readonly ifLost: number | null;
  readonly ifKept: number | null;
  /** Null where the numbers are exact. */
  readonly intervals: FactorIntervals | null;
  /** In how many of the smallest sets that bring the event about the asset is; null where they are not known. */
  readonly inMinimalSets: number | null;
}

/** What the smallest sets that bring the event about alone would say of its probability. The sets are not listed. */
export interface MinimalSetSummary extends MinimalSetBounds {
  readonly count: number;
}

export interface ImportanceResult extends RunCount {
  readonly kind: "importance";
  readonly top: {
    readonly kind: Top["kind"];
    readonly id?: string;
    readonly by?: Consequence;
    readonly atLeast?: number;
  };
  readonly method: "exact" | "trials";
  /** Probability of the event, or expected loss. */
  readonly mean: number;
  readonly interval: Interval | null;
  readonly confidence: number;
  /** Null where all worlds were looked at. */
  readonly trials: number | null;
  readonly seed: number | null;
  readonly minimalSets: MinimalSetSummary | null;
  /** Assets of the dataset that state no people, where person-hours are asked: they are left out. */
  readonly assetsWithoutPeople: number;
  readonly rows: readonly ImportanceRow[];
}

type Asked = { readonly losses: ChanceLosses; readonly top: Top; readonly seed: number };
type Numbers = Omit<ImportanceResult, keyof RunCount>;
type Row = Omit<ImportanceRow, "rank">;

/**
 * Importance from the top in every world.
 *
 * @param values [set of lost assets] where bit i stands for the i-th asset that may be lost
 * Cost: O(sets x assets).
 */
export function exactImportance(ground: PieceGround, asked: Asked, values: Float64Array): Numbers {
  const { asset, likelihood } = asked.losses;
  const minimal = asked.top.kind === "expected" ? null : minimalSets(values, asset.length);
  const rows = Array.from(asset, (position, place): Row => {
    const ifLost = meanGiven(values, likelihood, place, 1);
    const ifKept = meanGiven(values, likelihood, place, 0);
    return {
      id: ground.cascade.system.assetIds[position]!,
      likelihood: likelihood[place]!,
      ifLost,
      ifKept,
      ...importanceFactors(likelihood[place]!, ifLost, ifKept),
      intervals: null,
      inMinimalSets: minimal === null ? null : minimal.filter((set) => ((set >>> place) & 1) === 1).length,
    };
  });
  return {
    ...statement(ground, asked),
    method: "exact",
    mean: meanOfSubsets(values, likelihood),
    interval: null,
    trials: null,
    seed: null,
    minimalSets: minimal === null ? null : { count: minimal.length, ...minimalSetBounds(minimal, likelihood) },
    rows: ranked(rows),
  };
}

/**
 * Importance from trials: those in which an asset is lost are set against those in which it is kept.
 *
 * @param all the top over all trials
 * @param lost per asset, the top over the trials in which it is lost
 */
export function sampledImportance(ground: PieceGround, asked: Asked, all: Moments, lost: MomentsTable): Numbers {
  const { asset, likelihood } = asked.losses;
  const isEvent = asked.top.kind !== "expected";
  const reach = normalQuantile((1 + confidence) / 2);
  const rows = Array.from(asset, (position, place): Row => {
    const whenLost = lost.momentsOf(place, lost.countOf(place));
    const ifLost = stratum(whenLost, isEvent);
    const ifKept = stratum(without(all, whenLost), isEvent);
    const chance = likelihood[place]!;
    return {
      id: ground.cascade.system.assetIds[position]!,
      likelihood: chance,
      ifLost: ifLost?.mean ?? null,
      ifKept: ifKept?.mean ?? null,
      ...(ifLost === null || ifKept === null ? notKnown : importanceFactors(chance, ifLost.mean, ifKept.mean)),
      intervals: ifLost === null || ifKept === null ? null : factorIntervals(chance, ifLost, ifKept, reach),
      inMinimalSets: null,
    };
  });
  const overall = stratum(all, isEvent);
  const half = overall === null ? Number.NaN : reach * overall.standardError;
  return {
    ...statement(ground, asked),
    method: "trials",
    mean: all.mean,
    interval: overall === null ? null : [Math.max(0, all.mean - half), all.mean + half],
    trials: all.count,
    seed: asked.seed,
    minimalSets: null,
    rows: ranked(rows),
  };
}

const notKnown = {
  birnbaum: null,
  criticality: null,
  diagnostic: null,
  riskAchievementWorth: null,
  riskReductionWorth: null,
};

function statement({ cascade, territory }: PieceGround, { top }: Asked) {
  const asksPeople = top.kind !== "down" && top.by === "personHours";
  return {
    kind: "importance",
    top:
      top.kind === "down"
        ? { kind: top.kind, id: cascade.system.assetIds[top.asset]! }
        : top.kind === "reaches"
          ? { kind: top.kind, by: top.by, atLeast: top.atLeast }
          : { kind: top.kind, by: top.by },
    confidence,
    assetsWithoutPeople: asksPeople ? territory.peopleServed.filter((people) => Number.isNaN(people)).length : 0,
  } as const;
}

/** Highest Birnbaum importance first, exact ties by id; what is not known comes last. */
function ranked(rows: readonly Row[]): ImportanceRow[] {
  return rows
    .toSorted((x, y) => {
      if (x.birnbaum === null || y.birnbaum === null) {
        return Number(x.birnbaum === null) - Number(y.birnbaum === null) || compareIds(x.id, y.id);
      }
      return y.birnbaum - x.birnbaum || compareIds(x.id, y.id);
    })
    .map((row, index) => ({ rank: index + 1, ...row }));
}

/**
 * Mean and standard error of a part of the trials. An event's error is taken from one hit and one miss more than were
 * seen (Agresti and Caffo 2000), so that what never happened is not certain.
 */
function stratum({ count, mean, variance }: Moments, isEvent: boolean): Stratum | null {
  if (count === 0 || variance === null) return null;
  const share = (count * mean + 1) / (count + 2);
  const standardError = isEvent ? Math.sqrt((share * (1 - share)) / (count + 2)) : Math.sqrt(variance / count);
  return { mean, standardError };
}

/** The moments of the numbers that are left when some of them are taken away. */
function without(all: Moments, part: Moments): Moments {
  const count = all.count - part.count;
  if (count === 0) return new Moments();
  const mean = (all.count * all.mean - part.count * part.mean) / count;
  const distance = part.mean - mean;
  const between = (distance * distance * part.count * count) / all.count;
  return new Moments(count, mean, Math.max(0, all.squares - part.squares - between));
}
