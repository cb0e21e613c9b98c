import type { Static } from "typebox";
import type { StaleReport } from "../history/stale-error.ts";
import type { RowIds } from "../history/touched-rows.ts";
import type { StaleSchema } from "./schemas/problem.ts";

/** What a stale write was answered with. */
export type StaleView = Static<typeof StaleSchema>;

/** Ids of a table that an answer lists. */
const firstRows = 100;

/** A report as an answer: row ids counted, and the first of them. */
export function staleView({ changedRows, sharedRows, ...report }: StaleReport): StaleView {
  return { ...report, changedRows: counted(changedRows), sharedRows: counted(sharedRows) };
}

function counted(rows: RowIds | null): StaleView["changedRows"] {
  if (rows === null) return null;
  const some = (ids: readonly string[]) => ({ count: ids.length, first: ids.slice(0, firstRows) });
  return {
    assets: some(rows.assets),
    dependencies: some(rows.dependencies),
    connections: some(rows.connections),
  };
}
