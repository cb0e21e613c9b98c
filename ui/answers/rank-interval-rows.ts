import type { RankTrialsResult, RankTrialsRow } from "../../analyzer/index.ts";

/** A row as it is drawn: tied rows share the rank of the first of them. */
export interface RankIntervalRow {
  readonly row: RankTrialsRow;
  /** Rank of the first row of its group, and how many rows are in it. */
  readonly shown: number;
  readonly tied: number;
}

/** Rows in their order with their ties. O(rows). */
export function rankIntervalRows(rows: readonly RankTrialsRow[]): readonly RankIntervalRow[] {
  const groups = new Map<number, { first: number; count: number }>();
  for (const { tieGroup, rank } of rows) {
    const group = groups.get(tieGroup);
    if (group === undefined) groups.set(tieGroup, { first: rank, count: 1 });
    else group.count += 1;
  }
  return rows.map((row) => {
    const group = groups.get(row.tieGroup);
    return { row, shown: group?.first ?? row.rank, tied: group?.count ?? 1 };
  });
}

/** The worst rank that any interval reaches: where the axis ends. */
export function worstRank({ rows }: Pick<RankTrialsResult, "rows">): number {
  return rows.reduce((most, { rankInterval }) => Math.max(most, rankInterval[1]), 1);
}

/** Whether no trial differed from another, so that there is nothing an interval could say. */
export const isCertain = ({ rows }: Pick<RankTrialsResult, "rows">): boolean =>
  rows.every(({ standardDeviation }) => standardDeviation === 0);
