import type { DatasetArchive, RunRecord, Store } from "../store.ts";
import { StoreError } from "../store-error.ts";

/** What a backup is made of: a dataset with its history and documents, or a run. */
export type Entry =
  | { readonly kind: "dataset"; readonly id: string; readonly archive: DatasetArchive }
  | { readonly kind: "run"; readonly id: string; readonly record: RunRecord };

export type EntryName = Pick<Entry, "kind" | "id">;

/** For people. */
export function entryTitle({ kind, id }: EntryName): string {
  return `${kind} ${JSON.stringify(id)}`;
}

/** What a store holds under that name as of one moment, or null. */
export async function readEntry(store: Store, { kind, id }: EntryName): Promise<Entry | null> {
  if (kind === "run") {
    const record = await store.run(id);
    return record === null ? null : { kind, id, record };
  }
  try {
    return { kind, id, archive: await store.archiveDataset(id) };
  } catch (error) {
    if (error instanceof StoreError && error.code === "STORE_NOT_FOUND") return null;
    throw error;
  }
}
