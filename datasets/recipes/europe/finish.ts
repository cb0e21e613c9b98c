import { type Asset, byId } from "../../../analyzer/index.ts";
import type { PlacedAsset } from "./draft.ts";

/** Rows in canonical order: by id, by code unit. */
export function sortRows<T extends { readonly id: string }>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows.values()].sort(byId);
}

/** The asset with its place at class Z3: 0.1 degree. Distances have been measured before. */
export function coarsen(asset: PlacedAsset): Asset {
  const tenth = (degrees: number): number => Math.round(degrees * 10) / 10;
  return { ...asset, lon: tenth(asset.lon), lat: tenth(asset.lat), placeClass: "Z3" };
}
