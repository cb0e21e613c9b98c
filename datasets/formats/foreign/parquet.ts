import { type FileMetaData, parquetMetadata, parquetSchema } from "hyparquet";
import { getTreePath } from "hyparquet/src/schema.js";
import { type Table, tableAttributes, tables } from "../../../analyzer/index.ts";
import { formatIssue, ReadError } from "../read-error.ts";
import { loadJson } from "../read-json.ts";
import { CountedIssues } from "./counted-issues.ts";
import { refuseHeader } from "./csv-header.ts";
import { tableOf } from "./csv-tables.ts";
import type { Format, FormatInput } from "./format.ts";
import { readFlatColumn } from "./parquet-column.ts";
import { canInflate } from "./parquet-compression.ts";
import { parquetText } from "./parquet-text.ts";
import { writeParquet } from "./write-parquet.ts";

/** Values of one group of rows that are held at a time. */
const mostValues = 50_000_000;
const descriptionPath = "dataset.json";

/** Parquet: a file for each of our tables, with typed columns, and a dataset.json beside them. */
export const parquet: Format = {
  id: "parquet",
  title: "Parquet tables",
  ending: null,
  async detect({ paths, head }) {
    const path = paths.find(isParquet);
    if (path === undefined || paths.includes("assets.csv")) return 0;
    return (await head(path)).startsWith("PAR1") ? 0.95 : 0.5;
  },
  async read(input) {
    const paths = input.paths.filter((path) => isParquet(path) || input.paths.length === 1);
    if (paths.length === 0) {
      const text = "There is no Parquet file among them.";
      throw new ReadError("FILE_KIND_UNKNOWN", { file: input.files.name, text });
    }
    const counted = new CountedIssues(input.reading.issues);
    for (const path of paths.toSorted()) await readTable(input, path, counted);
    counted.tell();
    if (!input.paths.includes(descriptionPath)) return null;
    const said = await loadJson(input.files, descriptionPath, descriptionPath, input.reading.caps);
    return typeof said === "object" ? said : null;
  },
  write: writeParquet,
};

function isParquet(path: string): boolean {
  return /\.(parquet|pq|parq)$/iu.test(path);
}

async function readTable(input: FormatInput, file: string, counted: CountedIssues): Promise<void> {
  const bytes = await load(input, file);
  const metadata = attempt(file, null, () => parquetMetadata(bytes, { geoparquet: false }));
  const groups = attempt(file, null, () => flatGroups(metadata, file, input));
  const budget = { bytes: input.reading.caps.inflatedBytes };
  const [first] = groups;
  if (first === undefined) return;
  const table =
    tables.find((name) => new RegExp(`(?:^|/)${name}\\.\\w+$`, "iu").test(file)) ?? tableOf(file, first.names);
  let row = 0;
  for (const { rows, columns } of groups) {
    const values = columns.map(({ name, ...column }) => {
      return attempt(file, name, () => ({ name, values: readFlatColumn(bytes, column, budget), column }));
    });
    for (let at = 0; at < rows; at += 1) {
      row += 1;
      const cells: [string, string][] = [];
      for (const { name, values: all, column } of values) {
        const text = parquetText(all[at], column.element);
        if (text !== null) cells.push([name, text]);
        else if (all[at] !== null) {
          const said = `${name} is NaN or no date, which is taken as unknown`;
          counted.count({ code: "VALUE_REPAIRED", file, column: name, text: said }, row);
        }
      }
      await input.rows.add(table, file, row, Object.fromEntries(cells));
    }
  }
}

async function load({ files, reading: { caps } }: FormatInput, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of files.open(file)) {
    size += part.length;
    if (size > caps.fileBytes) {
      const text = `The file is larger than ${caps.fileBytes} bytes: split it, or raise the cap.`;
      throw new ReadError("FILE_TOO_LARGE", { file, text });
    }
    parts.push(Buffer.from(part));
  }
  if (size === 0) throw new ReadError("FILE_EMPTY", { file, text: "The file is empty." });
  return Buffer.concat(parts);
}

/** What a decoder throws says nothing of where. */
function attempt<T>(file: string, column: string | null, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const isEncoding = reason.startsWith("it is encoded as");
    const text = `The Parquet file cannot be read: ${reason}.`;
    throw new ReadError(isEncoding ? "PARQUET_NOT_READ" : "PARQUET_MALFORMED", { file, column, text });
  }
}

/** Its groups of rows, once all that it says of their size is found to be within the caps. */
function flatGroups(metadata: FileMetaData, file: string, { reading }: FormatInput) {
  const { caps } = reading;
  const stated = Number(metadata.num_rows);
  const rowsOf = metadata.row_groups.map((group) => Number(group.num_rows));
  if (rowsOf.some((rows) => !(rows >= 0)) || rowsOf.reduce((sum, rows) => sum + rows, 0) !== stated) {
    throw new Error("its groups have another number of rows than it says");
  }
  if (stated > caps.rows) {
    const text = `The table has ${stated} rows; at most ${caps.rows} are read.`;
    throw new ReadError("ROWS_TOO_MANY", { file, text });
  }
  const root = parquetSchema(metadata);
  refuseHeader(
    file,
    root.children.map(({ element }) => element.name),
    caps.columns,
  );
  const flat = new Set(
    root.children
      .filter(({ children, element }) => children.length === 0 && element.repetition_type !== "REPEATED")
      .map(({ element }) => element.name),
  );
  for (const { element } of root.children) if (!flat.has(element.name)) tellNested(element.name, file, reading);
  return metadata.row_groups.map((group, at) => {
    const rows = rowsOf[at] ?? 0;
    if (rows * flat.size > mostValues) {
      const text = `A group of rows holds more than ${mostValues} values: write smaller row groups.`;
      throw new ReadError("ROWS_TOO_MANY", { file, text });
    }
    const columns = group.columns.flatMap(({ meta_data: chunk }) => {
      const [name = ""] = chunk?.path_in_schema ?? [];
      if (chunk === undefined || !flat.has(name)) return [];
      if (!canInflate(chunk.codec)) {
        const text = `The column is compressed by ${chunk.codec}, which is not read: write it with Snappy or gzip.`;
        throw new ReadError("PARQUET_NOT_READ", { file, column: name, text });
      }
      const schemaPath = getTreePath(root, chunk.path_in_schema);
      const element = schemaPath.at(-1)?.element;
      return element === undefined ? [] : [{ name, chunk, element, schemaPath, rows }];
    });
    if (columns.length !== flat.size) throw new Error("a group of rows has other columns than the file");
    return { rows, columns, names: columns.map(({ name }) => name) };
  });
}

function tellNested(name: string, file: string, { issues }: FormatInput["reading"]): void {
  const isOurs = tables.some((table: Table) => tableAttributes[table].some(({ column }) => column === name));
  const text = `${name} holds lists, maps or structs and not one value a row: it is not read.`;
  issues.add(formatIssue(isOurs ? "CELL_NOT_TEXT" : "PARQUET_NESTED", { file, column: name, text }));
}
