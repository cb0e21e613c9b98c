import type { Store } from "../store.ts";
import { notFound } from "../store-error.ts";
import { BackupError } from "./backup-error.ts";
import { type EntryName, readEntry } from "./entry.ts";
import { entrySha256 } from "./entry-lines.ts";
import { listRunIds } from "./list-run-ids.ts";
import { heldUnder, putEntry } from "./put-entry.ts";
import { listNames, type TransferOptions } from "./transfer.ts";

export interface CopyOptions extends TransferOptions {
  /** Only these datasets and the runs made from them; all of both unless said. */
  readonly datasets?: readonly string[];
}

/**
 * Copies datasets with their history and documents, and runs, from one store to another that may hold others. What is
 * there already, the same, is left; with anything else under a name to copy nothing at all is written. Each part is
 * written whole or not at all, and read back. Throws `BackupError`, `StoreError` (`STORE_NOT_FOUND` for a dataset that
 * is not in `from`) and the reason of an abort; parts that were settled before stay, and copying again goes on from there.
 *
 * Others may write to `from` meanwhile: each dataset is as of one moment. Holds one part at a time.
 */
export async function copyStore(from: Store, to: Store, options: CopyOptions = {}): Promise<void> {
  const { signal, onCheck, onSettled, dryRun = false } = options;
  const names = await namesIn(from, options.datasets);
  const others: EntryName[] = [];
  for (const [done, name] of names.entries()) {
    onCheck?.(done, names.length);
    signal?.throwIfAborted();
    if ((await compare(from, to, name)) === "other") others.push(name);
  }
  if (others.length > 0) throw new BackupError("COPY_DIFFERS", `${to.address} holds another ${listNames(others)}`);
  for (const name of names) {
    signal?.throwIfAborted();
    // Null for what somebody removed since it was listed.
    const entry = await readEntry(from, name);
    if (entry === null) continue;
    const sha256 = entrySha256(entry);
    const held = await heldUnder(to, name, sha256);
    if (held === "other") throw new BackupError("COPY_DIFFERS", `${to.address} now holds another ${listNames([name])}`);
    const isNew = held === "nothing";
    if (isNew && !dryRun) await putEntry(to, { entry, sha256 }, options);
    onSettled?.({ entry, sha256, isNew });
  }
}

/** Runs are listed first: what they were made from is then there already. */
async function namesIn(from: Store, wanted: readonly string[] | undefined): Promise<EntryName[]> {
  const runs: string[] = [];
  for (const id of wanted ?? [undefined]) runs.push(...(await listRunIds(from, id)));
  const datasets = (await from.datasets()).map(({ id }) => id);
  for (const id of wanted ?? []) if (!datasets.includes(id)) throw notFound("dataset", id);
  return [
    ...datasets.filter((id) => wanted?.includes(id) ?? true).map((id): EntryName => ({ kind: "dataset", id })),
    ...runs.map((id): EntryName => ({ kind: "run", id })),
  ];
}

/** What is not there yet need not be read to know that it can be copied. */
async function compare(from: Store, to: Store, name: EntryName): Promise<"nothing" | "same" | "other"> {
  const isThere = name.kind === "dataset" ? (await to.dataset(name.id)) !== null : (await to.run(name.id)) !== null;
  const entry = isThere ? await readEntry(from, name) : null;
  return entry === null ? "nothing" : heldUnder(to, name, entrySha256(entry));
}
