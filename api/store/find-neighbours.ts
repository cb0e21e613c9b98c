import type { Dataset } from "../../analyzer/index.ts";
import type { Neighbours } from "./store.ts";
import { notFound } from "./store-error.ts";

/** What touches one asset, for a dataset at hand. Throws `StoreError` where it has no such asset. O(rows). */
export function findNeighbours(dataset: Dataset, assetId: string): Neighbours {
  if (!dataset.assets.some((asset) => asset.id === assetId)) throw notFound("asset", assetId);
  const providers = dataset.dependencies.filter((row) => row.dependent === assetId);
  const dependents = dataset.dependencies.filter((row) => row.provider === assetId);
  const connections = dataset.connections.filter((row) => row.a === assetId || row.b === assetId);
  const others = new Set([
    ...providers.map((row) => row.provider),
    ...dependents.map((row) => row.dependent),
    ...connections.flatMap((row) => [row.a, row.b]),
  ]);
  others.delete(assetId);
  return { providers, dependents, connections, assets: dataset.assets.filter((asset) => others.has(asset.id)) };
}
