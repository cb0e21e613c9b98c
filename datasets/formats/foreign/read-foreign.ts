import type { DatasetDescription } from "../../../analyzer/index.ts";
import type { DatasetParts } from "../dataset-parts.ts";
import { parseDescription } from "../description.ts";
import type { FileSet } from "../file-set.ts";
import type { TableReading } from "../read-csv-table.ts";
import { readAndCheck, type ReadOptions, type ReadOutcome } from "../read-dataset.ts";
import { ReadError } from "../read-error.ts";
import type { Format } from "./format.ts";
import { type ForeignColumns, ForeignRows } from "./foreign-rows.ts";
import { UsedFiles } from "./used-files.ts";

export interface ForeignOptions extends ReadOptions {
  /** What is to be said of the dataset, as the value of a `dataset.json` or a part of one: it goes before what the files say. */
  readonly description?: object;
  /** When the files were come by: `2025-01-31`, or a part of it. */
  readonly retrieved: string;
}

/** What reading found, with the columns of the files and what they fill. */
export interface ForeignOutcome extends ReadOutcome {
  readonly columns: readonly ForeignColumns[];
}

/**
 * Reads and checks files of a format as `readDataset` reads ours. What neither they nor the caller say of the dataset is taken
 * from the name of the files; a licence is never made up. Bad input never throws.
 */
export async function readForeign(files: FileSet, format: Format, options: ForeignOptions): Promise<ForeignOutcome> {
  let columns: readonly ForeignColumns[] = [];
  const outcome = await readAndCheck(async (reading) => {
    const source = sourceIdOf(files, options.description);
    const rows = new ForeignRows(reading, options.mapping ?? {}, { source });
    const parts = await readParts(files, format, options, reading, rows);
    columns = rows.columns;
    return parts;
  }, options);
  return { ...outcome, columns };
}

async function readParts(
  files: FileSet,
  format: Format,
  options: ForeignOptions,
  reading: TableReading,
  rows: ForeignRows,
): Promise<DatasetParts> {
  const parts = { descriptionFile: files.name, collectors: [], complete: false };
  try {
    if (format.read === null) {
      const text = `${format.title} can be written and not read.`;
      throw new ReadError("FORMAT_NOT_READ", { file: files.name, text });
    }
    const paths = await files.list();
    const used = new UsedFiles(files);
    const said = await format.read({ files: used, paths, rows, reading });
    used.tellUnused(paths, format.title, reading.issues);
    rows.finish();
    const description = describe(files, format, said, options, reading);
    return { ...parts, description, collectors: rows.collectors, complete: description !== null };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    reading.issues.tell(error.issue);
    return { ...parts, description: null, collectors: rows.collectors };
  }
}

function describe(
  { name }: FileSet,
  format: Format,
  said: object | null,
  { description: given = {}, retrieved }: ForeignOptions,
  reading: TableReading,
): DatasetDescription | null {
  const id = idFrom(name);
  const usual = { id, title: name, version: "1", description: `Read from ${format.title}.`, licence: "" };
  const stated = { ...usual, ...said, ...given };
  const source = { id, title: name, licence: stated.licence, retrieved, credit: name };
  const { description, issues } = parseDescription({ sources: [source], ...stated }, name);
  for (const issue of issues) reading.issues.add(issue);
  return description;
}

/** The first source that the caller names, else the files themselves. */
function sourceIdOf({ name }: FileSet, given: object | undefined): string {
  const sources: unknown =
    given === undefined ? undefined : Object.entries(given).find(([key]) => key === "sources")?.[1];
  const first: unknown = Array.isArray(sources) ? sources[0] : undefined;
  const id: unknown = typeof first === "object" && first !== null && "id" in first ? first.id : undefined;
  return typeof id === "string" ? id : idFrom(name);
}

/** `My Region (2).graphml` gives `my-region-2`. */
function idFrom(name: string): string {
  const words = name
    .replace(/\.[^.]*$/u, "")
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/gu) ?? ["dataset"];
  return words.join("-").slice(0, 100).replace(/-$/u, "");
}
