import type { Asset } from "../../analyzer/index.ts";

/** An asset on its way into a dataset: its place is still exact, so that distances are measured before rounding. */
export type PlacedAsset = Asset & { readonly lon: number; readonly lat: number };

/** The asset with its place at class Z3: 0.1 degree. Distances have been measured before. */
export function coarsen(asset: PlacedAsset): Asset {
  // Minus zero is zero: the two would print differently.
  const tenth = (degrees: number): number => Math.round(degrees * 10) / 10 + 0;
  return { ...asset, lon: tenth(asset.lon), lat: tenth(asset.lat), placeClass: "Z3" };
}
