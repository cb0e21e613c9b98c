import {
  compareIds,
  type Dataset,
  type DatasetDescription,
  networkCommodity,
  ownColumnPrefix,
  type Table,
  tableAttributes,
  tables,
} from "../../analyzer/index.ts";
import type { Cells } from "./cell.ts";
import { descriptionSchema } from "./description.ts";
import { guardFormula } from "./formula-guard.ts";
import { inSchemaOrder } from "./in-schema-order.ts";
import { rowCells, type TableRow } from "./row-cells.ts";

/**
 * One table as CSV: our columns in the order of the attribute table, required ones and those in use, then own columns by
 * name; rows in the order given; LF, UTF-8 without mark. Reading it again gives the same rows. Text that a spreadsheet would
 * run is guarded (see `formula-guard.ts`), except the plain `@commodity` of a network, which is none.
 */
function writeCsv<T extends Table>(table: T, rows: readonly TableRow[T][]): string {
  const cells = rows.map((row) => rowCells(table, row));
  const used = new Set(cells.flatMap((row) => Object.keys(row)));
  const own = [...used].filter((column) => column.startsWith(ownColumnPrefix)).sort(compareIds);
  const columns = tableAttributes[table]
    .filter(({ column, required }) => required || used.has(column))
    .map(({ column }) => column)
    .concat(own);
  const lines = cells.map((row) => columns.map((column) => writeCell(row, column)).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

/** Rows joined before they are handed over. */
const rowsPerChunk = 1_000;

/** One table as CSV in chunks, in the columns given and row by row, for more rows than memory holds. */
export function* csvChunks<T extends Table>(
  table: T,
  columns: readonly string[],
  rows: Iterable<TableRow[T]>,
): Generator<string> {
  let lines = [columns.join(",")];
  for (const row of rows) {
    const cells = rowCells(table, row);
    lines.push(columns.map((column) => writeCell(cells, column)).join(","));
    if (lines.length < rowsPerChunk) continue;
    yield `${lines.join("\n")}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join("\n")}\n`;
}

/** A description as the text of a `dataset.json`. */
export function writeDescription(description: DatasetDescription): string {
  return `${JSON.stringify(inSchemaOrder(descriptionSchema, description), null, 2)}\n`;
}

function writeCell(row: Cells, column: string): string {
  const cell = row[column];
  if (cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const network = column === "provider" && /^[a-z0-9-]+$/.test(networkCommodity(cell) ?? "");
  const text = network ? cell : guardFormula(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The files of a dataset folder by path; the same content gives the same bytes. A table without rows is its header alone; without connections there is no file for them. */
export function writeDatasetFolder(dataset: Dataset): ReadonlyMap<string, string> {
  const files = new Map([
    ["dataset.json", writeDescription(dataset.description)],
    ["assets.csv", writeCsv("assets", dataset.assets)],
    ["dependencies.csv", writeCsv("dependencies", dataset.dependencies)],
  ]);
  if (dataset.connections.length > 0) files.set("connections.csv", writeCsv("connections", dataset.connections));
  return files;
}

/** A dataset as one JSON bundle, one row a line; the same content gives the same bytes. Reading it again gives the same dataset. */
export function writeBundle(dataset: Dataset): string {
  const lists = tables.map((table) => {
    const rows = dataset[table].map((row) => JSON.stringify(rowCells(table, row)));
    return `"${table}": [\n${rows.join(",\n")}\n]`;
  });
  return `{\n"dataset": ${JSON.stringify(inSchemaOrder(descriptionSchema, dataset.description))},\n${lists.join(",\n")}\n}\n`;
}
