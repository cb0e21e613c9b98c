import {
  type Asset,
  type Attribute,
  compareIds,
  type Connection,
  type Dependency,
  ownColumnPrefix,
  type Table,
  tableAttributes,
} from "../../analyzer/index.ts";
import { type Cell, CellFault, type Cells } from "./cell.ts";
import { formatCell } from "./format-cell.ts";
import { parseCell } from "./parse-cell.ts";

/** The row type of each table. */
export interface TableRow {
  readonly assets: Asset;
  readonly dependencies: Dependency;
  readonly connections: Connection;
}

/** The user's own columns: letters, digits, `_`, `.` and `-` after the prefix. */
export const ownColumnPattern = new RegExp(`^${ownColumnPrefix}[\\p{L}\\p{N}_.-]{1,60}$`, "u");

/** The values of one row as they are collected, by name in the model. */
export type RowValues = Record<string, unknown> & { extra?: Record<string, string> };

/** A row of the model as cells by column, own columns included; the inverse of the parse functions, without loss. */
export function rowCells(table: Table, row: TableRow[Table] | RowValues): Cells {
  const values = new Map<string, unknown>(Object.entries(row));
  const cells: Record<string, string | number | boolean> = {};
  for (const attribute of tableAttributes[table]) {
    const value = values.get(attribute.name);
    if (value !== undefined) cells[attribute.column] = formatCell(attribute, value);
  }
  // By name: a store need not keep the order of own columns.
  const own = Object.entries(row.extra ?? {}).sort(([a], [b]) => compareIds(a, b));
  return Object.assign(cells, Object.fromEntries(own));
}

/** Puts a cell into the values of a row; returns the fault where it cannot be read. An empty cell leaves them as they are. */
export function addCell(values: RowValues, attribute: Attribute, cell: Cell): CellFault | null {
  const value = parseCell(attribute, cell);
  if (value instanceof CellFault) return value;
  if (value !== undefined) values[attribute.name] = value;
  return null;
}

/** Puts a cell of an own column into the values of a row: any value, kept as text. */
export function addOwnCell(values: RowValues, column: string, cell: Cell): void {
  if (cell === null || cell === "") return;
  values.extra ??= {};
  values.extra[column] = String(cell);
}

/** The values as a row of their table. */
export function rowOf<T extends Table>(_table: T, values: RowValues): TableRow[T] {
  // The one place where parsed values become a type: names and types are those of the attribute table, which mirrors it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return values as unknown as TableRow[T];
}

/** Reads cells that this module wrote. Throws an Error where they are damaged: that is no bad input but a broken store. */
function parseRow<T extends Table>(table: T, cells: Cells): TableRow[T] {
  const values: RowValues = {};
  for (const attribute of tableAttributes[table]) {
    const cell = cells[attribute.column];
    if (cell === undefined) continue;
    const fault = addCell(values, attribute, cell);
    if (fault !== null) throw new Error(`${table} row ${String(cells["id"])}: ${fault.text}`);
  }
  for (const [column, cell] of Object.entries(cells)) {
    if (ownColumnPattern.test(column)) addOwnCell(values, column, cell);
  }
  return rowOf(table, values);
}

/** Cells of an asset by column of `assets.csv`. */
export const assetCells = (asset: Asset): Cells => rowCells("assets", asset);
/** Cells of a dependency by column of `dependencies.csv`. */
export const dependencyCells = (dependency: Dependency): Cells => rowCells("dependencies", dependency);
/** Cells of a connection by column of `connections.csv`. */
export const connectionCells = (connection: Connection): Cells => rowCells("connections", connection);
/** The inverse of `assetCells`. Throws where the cells are damaged. */
export const parseAssetCells = (cells: Cells): Asset => parseRow("assets", cells);
/** The inverse of `dependencyCells`. Throws where the cells are damaged. */
export const parseDependencyCells = (cells: Cells): Dependency => parseRow("dependencies", cells);
/** The inverse of `connectionCells`. Throws where the cells are damaged. */
export const parseConnectionCells = (cells: Cells): Connection => parseRow("connections", cells);
