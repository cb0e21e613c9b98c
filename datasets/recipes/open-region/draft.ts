import {
  type Asset,
  type CommodityAmount,
  type Connection,
  type Dependency,
  distanceKm,
} from "../../../analyzer/index.ts";
import type { Region } from "./region.ts";
import type { PlacedAsset } from "../placed-asset.ts";

export type { PlacedAsset };

/** The dataset while it is being made. */
export interface Draft {
  readonly region: Region;
  readonly assets: Map<string, PlacedAsset>;
  readonly dependencies: Dependency[];
  readonly connections: Connection[];
  /** What a user should know and no row says. */
  readonly notes: string[];
}

export function createDraft(region: Region): Draft {
  return { region, assets: new Map(), dependencies: [], connections: [], notes: [] };
}

/** Puts an asset in. Throws where its id is taken: ids of a source are unique, and each source has its own prefix. */
export function addAsset(draft: Draft, asset: PlacedAsset): void {
  if (draft.assets.has(asset.id)) throw new Error(`two assets have the id ${asset.id}`);
  draft.assets.set(asset.id, asset);
}

/** The draft's asset of this id. Throws where there is none. */
export function assetOf(draft: Draft, id: string): PlacedAsset {
  const asset = draft.assets.get(id);
  if (asset === undefined) throw new Error(`no asset ${id} in the draft`);
  return asset;
}

/** The assets of these kinds, in the order in which they were put in. */
export function assetsOfKind(draft: Draft, ...kinds: readonly string[]): PlacedAsset[] {
  return [...draft.assets.values()].filter(({ kind }) => kinds.includes(kind));
}

/** Writes assumed properties into an asset, and their columns (named like the properties) into its `assumed`. */
export function assume(
  draft: Draft,
  id: string,
  properties: {
    readonly kind?: string;
    readonly produces?: readonly CommodityAmount[];
    readonly consumes?: readonly CommodityAmount[];
  },
): void {
  const asset = assetOf(draft, id);
  const assumed = [...new Set([...(asset.assumed ?? []), ...Object.keys(properties)])];
  draft.assets.set(id, { ...asset, ...properties, assumed });
}

/** The State of an asset of this draft: it knows no joint assets. */
export function stateOf(asset: Asset): string {
  return asset.states[0]?.state ?? "";
}

/** Distance as it is written into rows, in tenths of a km. */
export function roundedKm(a: PlacedAsset, b: PlacedAsset): number {
  return Math.round(distanceKm(a, b) * 10) / 10;
}
