import type { Asset, Connection, Dependency } from "../../../analyzer/index.ts";
import type { PlacedAsset } from "../placed-asset.ts";

export type { PlacedAsset };

/** The dataset while it is being made. Rows by id; a second row of one id is a mistake of the recipe and throws. */
export interface Draft {
  readonly assets: Map<string, PlacedAsset>;
  readonly dependencies: Map<string, Dependency>;
  readonly connections: Map<string, Connection>;
  /** Grid area (State code or id of an island grid) of each grid hub and each city. */
  readonly areas: Map<string, string>;
  /** The city that its package says an airport or a port belongs to. */
  readonly cityNames: Map<string, string>;
  /** What a user should know and no row says. */
  readonly notes: string[];
}

export function createDraft(): Draft {
  return {
    assets: new Map(),
    dependencies: new Map(),
    connections: new Map(),
    areas: new Map(),
    cityNames: new Map(),
    notes: [],
  };
}

/** Puts a new row into one of the lists. Throws where its id is taken. */
export function addRow<T extends { readonly id: string }>(rows: Map<string, T>, row: T): void {
  if (rows.has(row.id)) throw new Error(`two rows have the id ${row.id}`);
  rows.set(row.id, row);
}

/** The asset of this id. Throws where there is none. */
export function assetOf(draft: Draft, id: string): PlacedAsset {
  const asset = draft.assets.get(id);
  if (asset === undefined) throw new Error(`no asset ${id}`);
  return asset;
}

/** The assets of a kind, in the order of their ids in the draft. */
export function assetsOfKind(draft: Draft, ...kinds: readonly string[]): PlacedAsset[] {
  return [...draft.assets.values()].filter(({ kind }) => kinds.includes(kind));
}

/** The State an asset stands in: the first one it names. */
export function homeState(asset: Asset): string {
  return asset.states[0]?.state ?? "";
}

/** True where the asset has a share in the State. */
export function isIn(asset: Asset, state: string): boolean {
  return asset.states.some((share) => share.state === state);
}
