import { createHash } from "node:crypto";
import { byId } from "../../../analyzer/index.ts";
import type { Store } from "../store.ts";
import { type Entry, type EntryName, readEntry } from "./entry.ts";
import { entryLines, line } from "./entry-lines.ts";
import { listRunIds } from "./list-run-ids.ts";

/** The form of the file; a reader refuses any other number. */
export const backupFormat = { name: "knockon-backup", version: 1 } as const;

/** Characters that go out at a time. */
const chunkCharacters = 1 << 18;

export interface BackupOptions {
  /** The version of the program, for whoever finds the file. */
  readonly engine: string;
  readonly signal?: AbortSignal;
  /** Told before each entry how many of how many are written. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told each entry that has been written, with the hash of its lines. */
  readonly onEntry?: (entry: Entry, sha256: string) => void;
  /** Told the SHA-256 of the whole, as the last line has it. */
  readonly onEnd?: (sha256: string) => void;
}

/**
 * The text of a backup: what it is, each dataset by id, each run by id, and a last line with the SHA-256 of all before it.
 * The same content gives the same bytes, whatever store holds it; nothing in it says when it was made. It is not compressed:
 * what a compressor writes differs between machines, and its own header has bits that nothing checks.
 *
 * Others may write meanwhile. Each dataset is as of one moment; runs that are listed were made from revisions that are in
 * the backup, unless somebody removed the dataset. Holds one entry at a time.
 */
export async function* backupText(store: Store, options: BackupOptions): AsyncGenerator<string> {
  const all = createHash("sha256");
  const totals = { dataset: 0, run: 0 };
  let pending = line("format", { ...backupFormat, engine: options.engine });
  for await (const entry of entriesOf(store, options)) {
    const own = createHash("sha256");
    for (const text of entryLines(entry)) {
      own.update(text);
      pending += text;
      if (pending.length < chunkCharacters) continue;
      all.update(pending);
      yield pending;
      pending = "";
    }
    const sha256 = own.digest("hex");
    pending += line("end", sha256);
    totals[entry.kind] += 1;
    options.onEntry?.(entry, sha256);
  }
  all.update(pending);
  yield pending;
  const sha256 = all.digest("hex");
  yield line("backup", { datasets: totals.dataset, runs: totals.run, sha256 });
  options.onEnd?.(sha256);
}

/** Runs are listed first: what they were made from is then there already. */
async function* entriesOf(store: Store, { signal, onProgress }: BackupOptions): AsyncGenerator<Entry> {
  const runs = (await listRunIds(store)).map((id): EntryName => ({ kind: "run", id }));
  const datasets = [...(await store.datasets())].sort(byId).map(({ id }): EntryName => ({ kind: "dataset", id }));
  const names = [...datasets, ...runs];
  for (const [done, name] of names.entries()) {
    onProgress?.(done, names.length);
    signal?.throwIfAborted();
    // Null for what somebody removed since it was listed.
    const entry = await readEntry(store, name);
    if (entry !== null) yield entry;
  }
}
