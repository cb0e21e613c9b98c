import { type Asset, type Dataset, type Dependency, groupName, networkCommodity } from "../../analyzer/index.ts";

/** One row of an answer, by column. */
export type Row = Record<string, unknown>;
export type Parameters = Readonly<Record<string, unknown>>;

/** What was imported: the visible datasets by id, and every import of each, the first one first. */
export interface World {
  readonly datasets: Map<string, Dataset>;
  readonly revisions: Map<string, readonly { readonly dataset: Dataset; readonly by: string; readonly at: string }[]>;
}

/** How a question of the cookbook is answered without a database: its columns, in order, and its rows, in order. */
export interface CookbookAnswer {
  readonly columns: readonly string[];
  readonly answer: (world: World, parameters: Parameters) => Row[];
}

/** A dependency on an asset with both its ends. */
export interface Need {
  readonly row: Dependency;
  readonly dependent: Asset;
  readonly provider: Asset;
}

/** An input of an asset: all rows that can give it, and their providers without repetition (`@electricity` for a network). */
export interface Input {
  readonly asset: Asset;
  readonly name: string;
  readonly rows: readonly Dependency[];
  readonly providers: readonly string[];
}

export function datasetOf(world: World, id: unknown): Dataset {
  const dataset = world.datasets.get(String(id));
  if (dataset === undefined) throw new Error(`no dataset ${String(id)}`);
  return dataset;
}

export function assetsById(dataset: Dataset): ReadonlyMap<string, Asset> {
  return new Map(dataset.assets.map((asset) => [asset.id, asset]));
}

export const statesOf = (asset: Asset): string[] => asset.states.map(({ state }) => state);

export const isIn = (asset: Asset, state: unknown): boolean => statesOf(asset).some((code) => code === state);

export const isAbroad = (a: Asset, b: Asset): boolean => !statesOf(a).some((state) => isIn(b, state));

/** Dependencies whose provider is an asset. */
export function needsOf(dataset: Dataset): Need[] {
  const assets = assetsById(dataset);
  return dataset.dependencies
    .filter(({ provider }) => networkCommodity(provider) === null)
    .map((row) => ({ row, dependent: found(assets, row.dependent), provider: found(assets, row.provider) }));
}

export function inputsOf(dataset: Dataset): Input[] {
  const assets = assetsById(dataset);
  const rows = groupBy(dataset.dependencies, (row) => JSON.stringify([row.dependent, groupName(row)]));
  return [...rows.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const providers = [...new Set(group.map(({ provider }) => provider))];
    return [{ asset: found(assets, first.dependent), name: groupName(first), rows: group, providers }];
  });
}

export function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`no ${id}`);
  return value;
}

export function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}

export const countDistinct = (values: readonly unknown[]): number => new Set(values).size;

/** Rows without repetition. */
export function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Rows by what `key` says of them; a column to be in falling order is given negative. */
export function ordered(rows: readonly Row[], key: (row: Row) => readonly unknown[]): Row[] {
  return [...rows].sort((a, b) => compareLists(key(a), key(b)));
}

/** By columns, all rising. */
export const orderedBy = (rows: readonly Row[], ...columns: readonly string[]): Row[] =>
  ordered(rows, (row) => columns.map((column) => row[column]));

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, left] of a.entries()) {
    if (index >= b.length) return 1;
    const difference = compareValues(left, b[index]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareValues(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a === b) return 0;
  return String(a) < String(b) ? -1 : 1;
}
