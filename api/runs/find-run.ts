import type { RunRecord, Store } from "../store/store.ts";
import { notFound } from "../store/store-error.ts";

/** The run of that id. Throws `StoreError` (`STORE_NOT_FOUND`). */
export async function findRun(store: Store, id: string): Promise<RunRecord> {
  const run = await store.run(id);
  if (run === null) throw notFound("run", id);
  return run;
}
