import type { GridArea } from "./europe-tables.ts";

/** The grid a place belongs to: the island grid of its State whose box holds it, otherwise the State's own grid. */
export function gridAreaOf(
  state: string,
  place: { readonly lon: number; readonly lat: number },
  gridAreas: readonly GridArea[],
): string {
  const island = gridAreas.find(
    ({ state: owner, box }) =>
      owner === state &&
      place.lon >= box.minLon &&
      place.lon <= box.maxLon &&
      place.lat >= box.minLat &&
      place.lat <= box.maxLat,
  );
  return island?.id ?? state;
}
