import { statSync } from "node:fs";
import type { Store } from "../store.ts";
import { BackupError } from "./backup-error.ts";
import { type EntryName, entryTitle } from "./entry.ts";
import { listRunIds } from "./list-run-ids.ts";
import { heldUnder, putEntry } from "./put-entry.ts";
import { readBackup } from "./read-backup.ts";
import { listNames, type TransferOptions } from "./transfer.ts";

/** [kind and id of an entry] its SHA-256. */
type Contents = ReadonlyMap<string, string>;

/**
 * Brings a backup back into a store. The whole file is verified first, then the store is looked at: it may hold nothing
 * but what the file holds, the same to the byte (what a restore that was broken off has written). Then each part is
 * written, whole or not at all, and read back. Returns the SHA-256 of the file. Throws `BackupError`, `StoreError` and
 * the reason of an abort; parts that were settled before stay, and restoring again goes on from there.
 *
 * Reads the file twice and the store once; holds one part at a time and the hashes of all.
 */
export async function restoreBackup(path: string, store: Store, options: TransferOptions = {}): Promise<string> {
  const { onSettled, dryRun = false } = options;
  const { contents, sha256 } = await verify(path, options);
  const present = await presentIn(store, contents);
  for await (const read of readBackup(path, options)) {
    if (contents.get(keyOf(read.entry)) !== read.sha256)
      throw new BackupError("BACKUP_DAMAGED", `${path} changed while it was read: ${entryTitle(read.entry)}`);
    const isNew = !present.has(keyOf(read.entry));
    if (isNew && !dryRun) await putEntry(store, read, options);
    onSettled?.({ ...read, isNew });
  }
  return sha256;
}

async function verify(path: string, options: TransferOptions): Promise<{ contents: Contents; sha256: string }> {
  const total = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const contents = new Map<string, string>();
  const entries = readBackup(path, { ...options, onBytes: (done) => options.onCheck?.(done, total) });
  for (;;) {
    const next = await entries.next();
    if (next.done === true) return { contents, sha256: next.value };
    contents.set(keyOf(next.value.entry), next.value.sha256);
  }
}

/** What the store holds already of the backup; refuses a store that holds anything else. */
async function presentIn(store: Store, contents: Contents): Promise<ReadonlySet<string>> {
  const datasets = (await store.datasets()).map(({ id }): EntryName => ({ kind: "dataset", id }));
  const runs = (await listRunIds(store)).map((id): EntryName => ({ kind: "run", id }));
  const present = new Set<string>();
  const others: EntryName[] = [];
  for (const name of [...datasets, ...runs]) {
    const sha256 = contents.get(keyOf(name));
    const isSame = sha256 !== undefined && (await heldUnder(store, name, sha256)) === "same";
    if (isSame) present.add(keyOf(name));
    else others.push(name);
  }
  if (others.length > 0) throw new BackupError("BACKUP_STORE_IN_USE", `${store.address} holds ${listNames(others)}`);
  return present;
}

function keyOf({ kind, id }: EntryName): string {
  return `${kind} ${id}`;
}
