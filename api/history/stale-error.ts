import { datasetChange, type Overlay, tables } from "../../analyzer/index.ts";
import type { Revision, Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import { HistoryError } from "./history-error.ts";
import { type RowIds, rowsOfChange, sharedRows } from "./touched-rows.ts";

/** What happened between the revision that a writer had seen and the one that is there. */
export interface StaleReport {
  readonly expectedRevision: number;
  /** The one that is there. */
  readonly revision: number;
  /** Those after the one seen: who, when, why. */
  readonly revisions: readonly Revision[];
  /** Rows that differ between the two; null where the revision seen is not kept, or has never been. */
  readonly changedRows: RowIds | null;
  /** Those among them that the refused edit touches too: where there are none, it can be repeated as it is. */
  readonly sharedRows: RowIds | null;
}

/** A write by somebody who has not seen what is there. The message says what changed since. */
export class StaleError extends HistoryError {
  override readonly name = "StaleError";
  readonly report: StaleReport;

  constructor(id: string, report: StaleReport, options?: ErrorOptions) {
    super("REVISION_STALE", staleText(id, report), options);
    this.report = report;
  }
}

/**
 * Finds out what a writer missed. Reads the dataset twice at most.
 *
 * @param overlay of the refused edit; left out for an undo or redo
 */
export async function staleError(
  store: Store,
  id: string,
  expectedRevision: number,
  overlay?: Overlay,
  options?: ErrorOptions,
): Promise<StaleError> {
  const all = await store.revisions(id);
  const revision = all.at(-1)?.revision ?? 0;
  const revisions = all.filter((each) => each.revision > expectedRevision);
  const changedRows = await rowsSince(store, id, expectedRevision, revision);
  const shared = changedRows === null || overlay === undefined ? null : sharedRows(changedRows, overlay);
  return new StaleError(id, { expectedRevision, revision, revisions, changedRows, sharedRows: shared }, options);
}

async function rowsSince(store: Store, id: string, from: number, to: number): Promise<RowIds | null> {
  try {
    const before = await store.readDataset(id, { revision: from });
    return rowsOfChange(datasetChange(before, await store.readDataset(id, { revision: to })));
  } catch (error) {
    if (error instanceof StoreError && error.code === "STORE_NOT_FOUND") return null;
    throw error;
  }
}

const namedRevisions = 5;
const namedRows = 5;

function staleText(
  id: string,
  { expectedRevision, revision, revisions, changedRows, sharedRows }: StaleReport,
): string {
  const parts = [
    `Dataset ${JSON.stringify(id)} was seen at revision ${expectedRevision} and is at revision ${revision}`,
  ];
  const written = revisions.slice(0, namedRevisions).map((each) => {
    const why = each.why === undefined ? "" : ` (${each.why})`;
    return `${each.revision}, ${each.kind} by ${each.by} at ${each.at}${why}`;
  });
  const more = revisions.length - namedRevisions;
  if (written.length > 0) parts.push(`Written since: ${written.join("; ")}${more > 0 ? ` and ${more} more` : ""}`);
  if (changedRows !== null) parts.push(`Changed since: ${rowsText(changedRows) || "no row"}`);
  if (sharedRows !== null) {
    const both = rowsText(sharedRows);
    parts.push(both === "" ? "The edit touches none of these rows" : `The edit touches the same rows: ${both}`);
  }
  return parts.join(". ");
}

function rowsText(rows: RowIds): string {
  return tables
    .filter((table) => rows[table].length > 0)
    .map((table) => {
      const ids = rows[table];
      const named = ids.slice(0, namedRows).join(", ");
      return `${ids.length} of ${table} (${named}${ids.length > namedRows ? ", ..." : ""})`;
    })
    .join(", ");
}
