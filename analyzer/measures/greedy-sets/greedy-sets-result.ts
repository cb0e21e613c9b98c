import type { Consequence } from "../../model/result.ts";
import type { PieceGround } from "../ground.ts";
import { exceeds, known, type LossQuestion, type RunCount } from "../set-losses.ts";

export interface GreedyQuestion extends LossQuestion {
  /** How many assets the set holds. */
  readonly size: number;
}

/** One pick: what the set brings with it, and how much of that is its own doing. Null where it is not known. */
export interface GreedyPick {
  readonly rank: number;
  readonly id: string;
  readonly gain: number | null;
  readonly total: number | null;
}

/** The assets that would be missed most if they were lost together, one after the other. */
export interface GreedySetsResult extends RunCount {
  readonly kind: "greedy-sets";
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  readonly picks: readonly GreedyPick[];
  /**
   * How candidates were judged: each by a run of its own for every pick; only those whose gain could still be the largest;
   * or all at once by a closure forest on what the picks before leave.
   */
  readonly method: GreedyMethod;
  /** The worst of all sets of this size; null where there are too many to try. */
  readonly optimum: { readonly ids: readonly string[]; readonly total: number | null } | null;
  /** By how much the worst set is worse than the picked one; null where the worst is not known. */
  readonly gap: number | null;
}

export type GreedyMethod = "every candidate" | "lazy" | "residual forest";

/** What was picked, with the total after each pick, and how. */
export interface GreedyFound {
  readonly question: GreedyQuestion;
  readonly picks: readonly number[];
  readonly totals: readonly number[];
  readonly method: GreedyMethod;
  readonly count: RunCount;
}

/** The worst set of some, null where there was none. */
export interface WorstSet {
  readonly worstSet: Int32Array | null;
  readonly worstTotal: number;
}

/** The result in words of the dataset; `parts` are the worst of all sets, by ranges, or nothing where they were not tried. */
export function greedySetsResult(
  { cascade }: PieceGround,
  plan: GreedyFound,
  parts: readonly WorstSet[],
): GreedySetsResult {
  const { assetIds } = cascade.system;
  const { question, picks, totals } = plan;
  const { by, hours, horizonHours } = question;
  const total = totals.at(-1) ?? 0;
  // A single pick is the worst of all by itself.
  let worst: { set: ArrayLike<number>; total: number } | null = question.size === 1 ? { set: picks, total } : null;
  for (const { worstSet, worstTotal } of parts) {
    if (worstSet === null || (worst !== null && !exceeds(worstTotal, worst.total))) continue;
    worst = { set: worstSet, total: worstTotal };
  }
  return {
    kind: "greedy-sets",
    by,
    hours,
    horizonHours,
    picks: picks.map((asset, index) => ({
      rank: index + 1,
      id: assetIds[asset]!,
      gain: known(totals[index]! - (index === 0 ? 0 : totals[index - 1]!)),
      total: known(totals[index]!),
    })),
    method: plan.method,
    optimum:
      worst === null ? null : { ids: Array.from(worst.set, (asset) => assetIds[asset]!), total: known(worst.total) },
    gap: worst === null ? null : known(worst.total - total),
    ...plan.count,
  };
}
