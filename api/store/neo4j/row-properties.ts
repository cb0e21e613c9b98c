import { type Asset, type Connection, type Dependency, networkCommodity } from "../../../analyzer/index.ts";
import {
  assetCells,
  connectionCells,
  dependencyCells,
  parseAssetCells,
  parseConnectionCells,
  parseDependencyCells,
} from "../../../datasets/formats/index.ts";
import { searchText } from "../search-text.ts";

/**
 * A row as properties of a node or relationship: named and written as the columns of a file, each attribute by
 * itself.
 */
type Properties = Readonly<Record<string, string | number | boolean>>;

/** A row on its way into the database. `ends` is what its node or relationship is tied to, not a property. */
export interface WriteRow<Ends> {
  readonly properties: Properties;
  readonly ends: Ends;
}

export function assetRow(asset: Asset): WriteRow<readonly { readonly state: string; readonly share: number }[]> {
  return { properties: { ...assetCells(asset), search_text: searchText(asset) }, ends: asset.states };
}

/** `commodity` is that of the network a row depends on; null where its provider is an asset. */
export function dependencyRow(
  row: Dependency,
): WriteRow<{ readonly provider: string; readonly commodity: string | null; readonly dependent: string }> {
  const { provider, dependent } = row;
  const ends = { provider, commodity: networkCommodity(provider), dependent };
  return { properties: without(dependencyCells(row), ["provider", "dependent"]), ends };
}

export function connectionRow(row: Connection): WriteRow<{ readonly a: string; readonly b: string }> {
  const { a, b } = row;
  return { properties: without(connectionCells(row), ["a", "b"]), ends: { a, b } };
}

function without(cells: Properties, columns: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(cells).filter(([column]) => !columns.includes(column)));
}

/**
 * A row as it is read: the values of the snapshot's columns in their order, null where the row has none, and its
 * ends.
 */
export interface ReadRow {
  readonly n: number;
  readonly values: readonly (string | number | boolean | null)[];
  /** Dependent and provider of a dependency, a and b of a connection, none of an asset. */
  readonly ends: readonly string[];
}

export function readAsset(columns: readonly string[], row: ReadRow): Asset {
  return parseAssetCells(cells(columns, row));
}

export function readDependency(columns: readonly string[], row: ReadRow): Dependency {
  const [dependent = "", provider = ""] = row.ends;
  return parseDependencyCells({ ...cells(columns, row), dependent, provider });
}

export function readConnection(columns: readonly string[], row: ReadRow): Connection {
  const [a = "", b = ""] = row.ends;
  return parseConnectionCells({ ...cells(columns, row), a, b });
}

function cells(columns: readonly string[], { values }: ReadRow): Record<string, string | number | boolean> {
  const found: Record<string, string | number | boolean> = {};
  columns.forEach((column, index) => {
    const value = values[index];
    if (value !== undefined && value !== null) found[column] = value;
  });
  return found;
}
