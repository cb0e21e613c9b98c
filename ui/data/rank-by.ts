import { compareIds, type Consequence, type RankRow } from "../../analyzer/index.ts";

/** The rows of a scan in the order of another consequence, highest first; what is not known comes last, ties by id. */
export function rankBy(rows: readonly RankRow[], by: Consequence): readonly RankRow[] {
  const value = (row: RankRow) => row[by] ?? -1;
  return [...rows].sort((a, b) => value(b) - value(a) || compareIds(a.id, b.id));
}
