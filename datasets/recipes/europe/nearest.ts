import { compareIds, distanceKm } from "../../../analyzer/index.ts";
import type { PlacedAsset } from "./draft.ts";

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** An asset and how far away it is, by exact places. */
export interface Found {
  readonly asset: PlacedAsset;
  readonly km: number;
}

/** The nearest assets to a place, at most `count` and none beyond `maxKm`, nearest first; equal distances by id. */
export function nearest(
  place: Place,
  candidates: Iterable<PlacedAsset>,
  count: number,
  maxKm = Number.POSITIVE_INFINITY,
): Found[] {
  return [...candidates]
    .map((asset) => ({ asset, km: distanceKm(place, asset) }))
    .filter(({ km }) => km <= maxKm)
    .sort((a, b) => a.km - b.km || compareIds(a.asset.id, b.asset.id))
    .slice(0, count);
}

/** Distance as it is written into rows: whole km from 10 km on, one decimal below. */
export function roundKm(km: number): number {
  return km < 10 ? Math.round(km * 10) / 10 : Math.round(km);
}

/** Confidence of a link that a rule made from nearness: 0.8 beside each other, 0.4 at the end of the rule's reach. */
export function confidenceByDistance(km: number, maxKm: number): number {
  const reach = Number.isFinite(maxKm) ? Math.min(1, km / maxKm) : 0.5;
  return Math.round((0.8 - 0.4 * reach) * 100) / 100;
}
