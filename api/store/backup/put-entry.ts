import type { RestoreOptions, Store } from "../store.ts";
import { BackupError } from "./backup-error.ts";
import { type EntryName, entryTitle, readEntry } from "./entry.ts";
import { entrySha256 } from "./entry-lines.ts";
import type { ReadEntry } from "./read-backup.ts";

/** What a store holds under the name of an entry, beside what it is to hold. */
export type Held = "nothing" | "same" | "other";

/** Compares by hash of content, revisions, changes and documents, or of the whole run. */
export async function heldUnder(store: Store, name: EntryName, sha256: string): Promise<Held> {
  const held = await readEntry(store, name);
  if (held === null) return "nothing";
  return entrySha256(held) === sha256 ? "same" : "other";
}

/**
 * Writes an entry where the store holds nothing of its name, whole or not at all, reads it back and compares. Throws
 * `BackupError` with `COPY_NOT_KEPT`, and `StoreError`.
 */
export async function putEntry(store: Store, { entry, sha256 }: ReadEntry, options: RestoreOptions): Promise<void> {
  if (entry.kind === "run") await store.saveRun(entry.record);
  else await store.restoreDataset(entry.archive, options);
  if ((await heldUnder(store, entry, sha256)) !== "same")
    throw new BackupError("COPY_NOT_KEPT", `${entryTitle(entry)} in ${store.address}`);
}
