import type { Asset } from "../../analyzer/index.ts";

/** A box in degrees WGS 84. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box around all assets with a place, or null where none has one. Does not look across the antimeridian. */
export function placeBounds(assets: readonly Asset[]): Bounds | null {
  const places = assets.flatMap(({ lon, lat }) => (lon === undefined || lat === undefined ? [] : [{ lon, lat }]));
  if (places.length === 0) return null;
  const bounds = { west: 180, south: 90, east: -180, north: -90 };
  for (const { lon, lat } of places) {
    bounds.west = Math.min(bounds.west, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.east = Math.max(bounds.east, lon);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}
