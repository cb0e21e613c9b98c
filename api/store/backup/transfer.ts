import type { RestoreOptions } from "../store.ts";
import type { Entry, EntryName } from "./entry.ts";

/** One dataset or run that is in its new place; `isNew` is false where it was there already, the same. */
export interface Settled {
  readonly entry: Entry;
  readonly sha256: string;
  readonly isNew: boolean;
}

export interface TransferOptions extends RestoreOptions {
  /** Compares only, and tells what would be written. */
  readonly dryRun?: boolean;
  /** Told what is being read before anything is written: bytes of a file, or parts of a store. */
  readonly onCheck?: (done: number, total: number) => void;
  /** Told each part once it is written and was read back the same. */
  readonly onSettled?: (settled: Settled) => void;
}

const mostNamed = 5;

/** Names the first few, for a message. */
export function listNames(names: readonly EntryName[]): string {
  const named = names.slice(0, mostNamed).map(({ kind, id }) => `${kind} ${id}`);
  const more = names.length - named.length;
  return more === 0 ? named.join(", ") : `${named.join(", ")} and ${more} more`;
}
