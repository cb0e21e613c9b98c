import { createHash } from "node:crypto";
import { checkArchive } from "../dataset-history.ts";
import { layOut } from "../dataset-layout.ts";
import { StoreError } from "../store-error.ts";
import { BackupError } from "./backup-error.ts";
import { type Entry, entryTitle } from "./entry.ts";
import { EntryBuilder } from "./entry-builder.ts";
import { entrySha256, line } from "./entry-lines.ts";
import { readLines } from "./read-lines.ts";
import { backupFormat } from "./write-backup.ts";

/** An entry as a file gave it, whole and with the hash that it had when it was written. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly sha256: string;
}

export interface ReadBackupOptions {
  readonly signal?: AbortSignal;
  /** Told how many bytes are read. */
  readonly onBytes?: (done: number) => void;
}

/** As the formats have it: an id may become part of a file's name. */
const datasetId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The entries of a backup in the order of the file; at the end its SHA-256 is returned. Throws `BackupError` where a bit
 * of it is not what it was; of what comes before, only reading to the end tells that the file is whole. Each entry is put
 * together, written again in mind and compared by hash, so nothing in a file goes unread. Hashes tell damage, not intent:
 * a backup is trusted as the store is that it came from. Holds one entry at a time.
 */
export async function* readBackup(
  path: string,
  { signal, onBytes }: ReadBackupOptions = {},
): AsyncGenerator<ReadEntry, string> {
  const reader = new BackupReader(path);
  let done = 0;
  for await (const bytes of readLines(path)) {
    signal?.throwIfAborted();
    const read = reader.take(bytes);
    done += bytes.length;
    onBytes?.(done);
    if (read !== null) yield read;
  }
  return reader.end();
}

class BackupReader {
  readonly #path: string;
  readonly #all = createHash("sha256");
  #own = createHash("sha256");
  #lines = 0;
  #open: EntryBuilder | undefined;
  /** Of the last entry, for the order. */
  #last = "";
  readonly #totals = { dataset: 0, run: 0 };
  #sha256: string | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Takes a line and gives the entry that it ends. */
  take(bytes: Buffer): ReadEntry | null {
    this.#lines += 1;
    if (this.#lines === 1) return this.#takeFormat(bytes);
    if (this.#sha256 !== undefined) throw this.#damaged("something follows its end");
    const [key, value] = this.#parse(bytes);
    if (key === "backup") return this.#takeEnd(bytes);
    this.#all.update(bytes);
    if (key === "end") return this.#endEntry(value);
    if (key === "dataset" || key === "run") {
      this.#begin(key, value);
    } else if (this.#open === undefined) throw this.#damaged("there is a part of nothing");
    else this.#add(this.#open, key, value);
    this.#own.update(bytes);
    return null;
  }

  /** The file's SHA-256, where it was whole. */
  end(): string {
    if (this.#lines === 0) throw new BackupError("BACKUP_FORMAT", `${this.#path} is empty`);
    if (this.#sha256 === undefined) throw this.#damaged("its end is missing");
    return this.#sha256;
  }

  #takeFormat(bytes: Buffer): null {
    const text = bytes.toString();
    if (!text.startsWith('{"format":{') || !text.includes(`"name":"${backupFormat.name}"`))
      throw new BackupError("BACKUP_FORMAT", this.#path);
    const [, format] = this.#parse(bytes);
    const { version } = format as { readonly version?: unknown };
    if (version !== backupFormat.version)
      throw new BackupError("BACKUP_VERSION", `${this.#path} has form ${JSON.stringify(version)}`);
    this.#all.update(bytes);
    return null;
  }

  #begin(kind: "dataset" | "run", id: unknown): void {
    const order = `${kind} ${String(id)}`;
    if (this.#open !== undefined) throw this.#damaged(`${entryTitle(this.#open.name)} has no end`);
    if (typeof id !== "string" || order <= this.#last) throw this.#damaged("its parts are out of order");
    if (kind === "dataset" && !datasetId.test(id)) throw this.#damaged(`${JSON.stringify(id)} is no id of a dataset`);
    this.#last = order;
    this.#totals[kind] += 1;
    this.#open = new EntryBuilder({ kind, id });
    this.#own = createHash("sha256");
  }

  #add(open: EntryBuilder, key: string, value: unknown): void {
    try {
      open.add(key, value);
    } catch (error) {
      throw this.#damaged("a value is of the wrong kind", error);
    }
  }

  #endEntry(stated: unknown): ReadEntry {
    const sha256 = this.#own.digest("hex");
    const entry = this.#open?.build();
    if (stated !== sha256 || entry === undefined || entry === null || entrySha256(entry) !== sha256)
      throw this.#damaged(
        this.#open === undefined ? "an end of nothing" : `${entryTitle(this.#open.name)} is not whole`,
      );
    this.#open = undefined;
    if (entry.kind === "dataset") this.#check(entry);
    return { entry, sha256 };
  }

  #check(entry: Entry & { readonly kind: "dataset" }): void {
    try {
      layOut(entry.archive.dataset);
      checkArchive(entry.archive);
    } catch (error) {
      throw this.#damaged(error instanceof StoreError ? error.message.replace(/\.$/, "") : entryTitle(entry), error);
    }
  }

  #takeEnd(bytes: Buffer): null {
    if (this.#open !== undefined) throw this.#damaged(`${entryTitle(this.#open.name)} has no end`);
    const sha256 = this.#all.digest("hex");
    const { dataset: datasets, run: runs } = this.#totals;
    const isWhole = bytes.toString() === line("backup", { datasets, runs, sha256 });
    if (!isWhole) throw this.#damaged("its hash or number of parts is another");
    this.#sha256 = sha256;
    return null;
  }

  /** The key and value of a line. */
  #parse(bytes: Buffer): readonly [string, unknown] {
    try {
      const pairs = Object.entries(JSON.parse(bytes.toString()) as object);
      if (pairs.length === 1 && pairs[0] !== undefined) return pairs[0];
    } catch (error) {
      throw this.#damaged("it is no JSON", error);
    }
    throw this.#damaged("it does not hold one value");
  }

  #damaged(what: string, cause?: unknown): BackupError {
    return new BackupError("BACKUP_DAMAGED", `${this.#path}, line ${this.#lines}: ${what}`, { cause });
  }
}
