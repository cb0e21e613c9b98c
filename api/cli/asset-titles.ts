import type { Asset, Dataset, Overlay } from "../../analyzer/index.ts";

/** The assets of a dataset and those that overlays add, by id; for the names beside the numbers. */
export function assetsById(dataset: Dataset, overlays: readonly Overlay[]): ReadonlyMap<string, Asset> {
  const all = [...dataset.assets, ...overlays.flatMap((overlay) => overlay.add.assets)];
  return new Map(all.map((asset) => [asset.id, asset]));
}
