import {
  type Asset,
  compareIds,
  type Connection,
  type Dataset,
  type DatasetChange,
  type Dependency,
  type Table,
  tables,
} from "../../analyzer/index.ts";

/** How many rows came, went, and are there with other values. */
export interface RowCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export type TableCounts = Readonly<Record<Table, RowCounts>>;

/** Counts of a change: in all, and for each sector and State that it touches, in order. */
export interface ChangeTally {
  readonly counts: TableCounts;
  readonly sectors: readonly ({ readonly sector: string } & TableCounts)[];
  readonly states: readonly ({ readonly state: string } & TableCounts)[];
}

type Row = Asset | Dependency | Connection;
type Counting = Record<Table, { added: number; removed: number; changed: number }>;

/** A row that came, went or changed, and the assets it is about: itself, the dependent, or both ends of a connection. */
interface Touched {
  readonly table: Table;
  readonly how: keyof RowCounts;
  readonly assets: readonly Asset[];
}

/**
 * Counts a change. A row counts once in each sector and State of the assets it is about, before and after: an asset that moves
 * from one State to another is a changed one in both. O(assets + changed rows).
 */
export function tallyChange(before: Dataset, after: Dataset, change: DatasetChange): ChangeTally {
  const earlier = new Map(before.assets.map((asset) => [asset.id, asset]));
  const later = new Map(after.assets.map((asset) => [asset.id, asset]));
  const touched = tables.flatMap((table) => touchedRows(table, change[table], earlier, later));
  const all = countBy(touched, () => [""]).get("") ?? noCounts();
  const sectors = countBy(touched, ({ sector }) => [sector]);
  const states = countBy(touched, (asset) => asset.states.map(({ state }) => state));
  return {
    counts: all,
    sectors: inOrder(sectors).map(([sector, counts]) => ({ sector, ...counts })),
    states: inOrder(states).map(([state, counts]) => ({ state, ...counts })),
  };
}

function touchedRows(
  table: Table,
  { removed, added }: { readonly removed: readonly Row[]; readonly added: readonly Row[] },
  earlier: ReadonlyMap<string, Asset>,
  later: ReadonlyMap<string, Asset>,
): Touched[] {
  const rows = new Map<string, { before?: Row; after?: Row }>();
  for (const before of removed) rows.set(before.id, { before });
  for (const after of added) rows.set(after.id, { ...rows.get(after.id), after });
  return [...rows.values()].map(({ before, after }) => ({
    table,
    how: before === undefined ? "added" : after === undefined ? "removed" : "changed",
    assets: [...assetsOf(before, earlier), ...assetsOf(after, later)],
  }));
}

function assetsOf(row: Row | undefined, assets: ReadonlyMap<string, Asset>): Asset[] {
  if (row === undefined) return [];
  const ids = "dependent" in row ? [row.dependent] : "a" in row ? [row.a, row.b] : [row.id];
  return ids.flatMap((id) => assets.get(id) ?? []);
}

function countBy(touched: readonly Touched[], wordsOf: (asset: Asset) => readonly string[]): Map<string, Counting> {
  const found = new Map<string, Counting>();
  for (const { table, how, assets } of touched) {
    for (const word of new Set(assets.flatMap(wordsOf))) {
      const counts = found.get(word) ?? noCounts();
      counts[table][how] += 1;
      found.set(word, counts);
    }
  }
  return found;
}

function noCounts(): Counting {
  const none = () => ({ added: 0, removed: 0, changed: 0 });
  return { assets: none(), dependencies: none(), connections: none() };
}

function inOrder(counts: ReadonlyMap<string, Counting>): [string, Counting][] {
  return [...counts].sort(([a], [b]) => compareIds(a, b));
}
