import { compareIds, type Dataset, networkCommodity } from "../../analyzer/index.ts";
import type { DatasetCounts } from "./store.ts";
import { StoreError } from "./store-error.ts";

/** Where the rows of a whole dataset point: positions in its list of assets. */
export interface DatasetLayout {
  readonly counts: DatasetCounts;
  /** Rows of all three tables: the total of an import's progress. */
  readonly rows: number;
  readonly position: (assetId: string) => number;
}

/**
 * Makes sure that a dataset can be stored whole: lists in canonical order without duplicates, no row that names an
 * asset which is not there, ids that every store keeps as they are. Fails with `STORE_BAD_DATASET`. O(rows).
 */
export function layOut(dataset: Dataset): DatasetLayout {
  const { assets, dependencies, connections } = dataset;
  for (const list of [assets, dependencies, connections]) checkIds(list);
  const positions = new Map(assets.map((asset, n) => [asset.id, n]));
  const position = (assetId: string): number => {
    const n = positions.get(assetId);
    if (n === undefined) throw new StoreError("STORE_BAD_DATASET", `There is no asset ${JSON.stringify(assetId)}`);
    return n;
  };
  for (const { provider, dependent } of dependencies) {
    if (networkCommodity(provider) === null) position(provider);
    position(dependent);
  }
  for (const { a, b } of connections) {
    position(a);
    position(b);
  }
  return {
    counts: countDataset(dataset),
    rows: assets.length + dependencies.length + connections.length,
    position,
  };
}

function countDataset({ assets, dependencies, connections }: Dataset): DatasetCounts {
  return {
    assets: assets.length,
    dependencies: dependencies.length,
    connections: connections.length,
    states: new Set(assets.flatMap((asset) => asset.states.map((share) => share.state))).size,
    sectors: new Set(assets.map((asset) => asset.sector)).size,
  };
}

function checkIds(rows: readonly { readonly id: string }[]): void {
  let last: string | undefined;
  for (const { id } of rows) {
    if (last !== undefined && compareIds(last, id) >= 0)
      throw new StoreError("STORE_BAD_DATASET", `Row ${JSON.stringify(id)} comes after ${JSON.stringify(last)}`);
    // SQLite ends a text at a zero byte, and half of a surrogate pair has no place in UTF-8: two ids could become one.
    if (/\0|\p{Surrogate}/u.test(id))
      throw new StoreError("STORE_BAD_DATASET", `Id ${JSON.stringify(id)} holds a character that cannot be kept`);
    last = id;
  }
}
