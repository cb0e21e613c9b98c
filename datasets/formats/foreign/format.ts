import type { Dataset, Table } from "../../../analyzer/index.ts";
import type { FileSet } from "../file-set.ts";
import type { TableReading } from "../read-csv-table.ts";
import type { ForeignRows } from "./foreign-rows.ts";

/** Files of whose format nobody has said anything: their paths, and how each begins. */
export interface Look {
  readonly paths: readonly string[];
  /** The first bytes of a file as text, at most some ten thousand; whatever is no UTF-8 in them is replaced. */
  readonly head: (path: string) => Promise<string>;
}

/** What a reader works with. */
export interface FormatInput {
  readonly files: FileSet;
  readonly paths: readonly string[];
  /** Takes what was found, row by row. */
  readonly rows: ForeignRows;
  readonly reading: TableReading;
}

/** Values of a dataset of ours that a format has no place for. */
export interface Lost {
  readonly table: Table | "dataset";
  readonly column: string;
  /** How many rows state it. */
  readonly rows: number;
  readonly text: string;
}

/** A dataset in the files of a format, by path; one file where the format is one. */
export interface Written {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly lost: readonly Lost[];
}

/** A format of others: how it is known, read and written. What it cannot do is null. */
export interface Format {
  /** As on the command line. */
  readonly id: string;
  readonly title: string;
  /** How the only file of the format ends, or null for a folder of files. */
  readonly ending: string | null;
  /** How sure it is that files are of this format: from 0, it is not, to 1. */
  readonly detect: (look: Look) => Promise<number>;
  /**
   * Reads all rows. Returns what the files say of the dataset as a whole, as the value of a `dataset.json` or a part of it;
   * null where they say nothing. Throws ReadError where they cannot be read on; what is wrong with a row goes into the issues.
   */
  readonly read: ((input: FormatInput) => Promise<object | null>) | null;
  /** The same content gives the same bytes. What the format cannot hold is named, and nothing is left out otherwise. */
  readonly write: ((dataset: Dataset) => Promise<Written>) | null;
}
