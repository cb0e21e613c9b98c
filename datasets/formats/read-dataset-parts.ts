import { type DatasetDescription, type Table, tables } from "../../analyzer/index.ts";
import { ByteDictionary } from "./csv/byte-dictionary.ts";
import { CsvMemory } from "./csv/csv-memory.ts";
import type { DatasetParts } from "./dataset-parts.ts";
import { parseDescription } from "./description.ts";
import type { FileSet } from "./file-set.ts";
import { fillingsOf, type Mapping, parseMapping } from "./mapping.ts";
import { readBundle } from "./read-bundle.ts";
import { readCsvTable, StopTable, type TableReading } from "./read-csv-table.ts";
import { formatIssue, ReadError } from "./read-error.ts";
import { loadJson } from "./read-json.ts";
import { TableCollector } from "./table-collector.ts";

const nothing: DatasetParts = { description: null, descriptionFile: "dataset.json", collectors: [], complete: false };

/** Reads a folder or a bundle, whichever the files are. What is wrong goes into the issues; only the outside's failures are thrown. */
export async function readDatasetParts(
  files: FileSet,
  givenMapping: Mapping | null,
  reading: TableReading,
): Promise<DatasetParts> {
  try {
    const paths = await files.list();
    const mapping = givenMapping ?? (await ownMapping(files, paths, reading));
    if (mapping === null) return nothing;
    const bundle = bundlePath(paths);
    if (bundle === null) return await readFolder(files, paths, mapping, reading);
    const value = await loadJson(files, bundle, bundle, reading.caps);
    const alone =
      bundle === "dataset.json" && !(typeof value === "object" && value !== null && Object.hasOwn(value, "dataset"));
    if (alone) return await readFolder(files, paths, mapping, reading);
    return await readBundle(value, bundle, mapping, reading);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    reading.issues.tell(error.issue);
    return nothing;
  }
}

async function ownMapping(files: FileSet, paths: readonly string[], reading: TableReading): Promise<Mapping | null> {
  if (!paths.includes("mapping.json")) return {};
  const value = await loadJson(files, "mapping.json", "mapping.json", reading.caps);
  const { mapping, issues } = parseMapping(value, "mapping.json");
  for (const issue of issues) reading.issues.add(issue);
  return mapping;
}

/** The one file that holds everything, or null where a `dataset.json` says that this is a folder. */
function bundlePath(paths: readonly string[]): string | null {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && !/\.csv$/i.test(only)) return only;
  if (paths.includes("dataset.json")) return null;
  const bundles = paths.filter((path) => /\.json$/i.test(path) && path !== "mapping.json" && !path.includes("/"));
  return bundles.length === 1 && !paths.includes("assets.csv") ? (bundles[0] ?? null) : null;
}

async function readFolder(
  files: FileSet,
  paths: readonly string[],
  mapping: Mapping,
  reading: TableReading,
): Promise<DatasetParts> {
  if (!paths.includes("dataset.json")) {
    const text = "A dataset is a folder (or a zip of it) with dataset.json and assets.csv, or one JSON bundle.";
    reading.issues.add(formatIssue("FILE_KIND_UNKNOWN", { file: files.name, text }));
    return nothing;
  }
  const description = await readDescription(files, reading);
  const collectors: TableCollector[] = [];
  const fileOf = (table: Table) => mapping[table]?.file ?? `${table}.csv`;
  const sizes = await Promise.all(tables.map((table) => sizeOf(files, paths, fileOf(table))));
  const ids = new ByteDictionary(new CsvMemory(sizes.reduce((sum, size) => sum + size, 0)));
  let complete = true;
  for (const [at, table] of tables.entries()) {
    const file = fileOf(table);
    const fillings = fillingsOf(table, mapping[table]);
    const collector = new TableCollector(table, file, fillings, reading.caps, reading.issues);
    collectors.push(collector);
    complete = (await readTable(files, paths, collector, reading, ids, sizes[at]!)) && complete;
  }
  return { ...nothing, description, collectors, complete };
}

/** How long a file is; 0 where that is not known, which whoever opens it will tell. */
async function sizeOf(files: FileSet, paths: readonly string[], file: string): Promise<number> {
  if (!paths.includes(file)) return 0;
  try {
    return await files.size(file);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return 0;
  }
}

async function readDescription(files: FileSet, reading: TableReading): Promise<DatasetDescription | null> {
  try {
    const value = await loadJson(files, "dataset.json", "dataset.json", reading.caps);
    const { description, issues } = parseDescription(value, "dataset.json");
    for (const issue of issues) reading.issues.add(issue);
    return description;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    reading.issues.tell(error.issue);
    return null;
  }
}

/** Reads one CSV file; false where it could not be read to its end. */
async function readTable(
  files: FileSet,
  paths: readonly string[],
  collector: TableCollector,
  reading: TableReading,
  ids: ByteDictionary,
  fileBytes: number,
): Promise<boolean> {
  const { file, table } = collector;
  if (!paths.includes(file)) return fileMissing(table, file, reading);
  try {
    await readCsvTable(collector, files.open(file), reading, ids, fileBytes);
    return true;
  } catch (error) {
    if (error instanceof StopTable) return false;
    if (!(error instanceof ReadError)) throw error;
    reading.issues.tell(error.issue);
    return false;
  }
}

function fileMissing(table: Table, file: string, { issues }: TableReading): boolean {
  if (table === "assets")
    issues.add(formatIssue("FILE_MISSING", { file, text: `There is no ${file}: a dataset needs it.` }));
  if (table === "dependencies") {
    const text = `There is no ${file}: no asset of the dataset depends on another but through networks.`;
    issues.add(formatIssue("FILE_OMITTED", { file, text }));
  }
  return table !== "assets";
}
