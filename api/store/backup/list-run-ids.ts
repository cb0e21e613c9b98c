import { compareIds } from "../../../analyzer/index.ts";
import type { Store } from "../store.ts";
import { StoreError } from "../store-error.ts";

const pageSize = 500;
const mostTries = 10;

/**
 * The ids of all runs, or of those of one dataset, in order. Others may write meanwhile: each page overlaps the one before by
 * one run, so that a run which slipped to the page before because another was removed is noticed, and the list read again.
 */
export async function listRunIds(store: Store, datasetId?: string): Promise<string[]> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const ids = await tryList(store, datasetId);
    if (ids !== null) return ids;
  }
  throw new StoreError("STORE_CONFLICT", "Runs are removed faster than they can be listed");
}

async function tryList(store: Store, datasetId: string | undefined): Promise<string[] | null> {
  const seen = new Set<string>();
  for (let offset = 0; ; offset += pageSize - 1) {
    const { runs, total } = await store.runs(datasetId, { offset, limit: pageSize });
    const [first] = runs;
    if (offset > 0 && (first === undefined || !seen.has(first.id))) return null;
    for (const { id } of runs) seen.add(id);
    if (offset + pageSize >= total) return [...seen].sort(compareIds);
  }
}
