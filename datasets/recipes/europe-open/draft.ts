import type { Asset, CommodityAmount, Connection, Dependency } from "../../../analyzer/index.ts";
import type { RawNode } from "./raw-graph.ts";

/** The dataset while it is being made: translated rows by id, and the raw nodes behind the assets (raw places). */
export interface Draft {
  readonly assets: Map<string, Asset>;
  readonly dependencies: Dependency[];
  readonly connections: Connection[];
  readonly rawNodes: ReadonlyMap<string, RawNode>;
  /** What a user should know and no row says. */
  readonly notes: string[];
}

/** The draft's asset of this id. Throws where there is none: links are translated only between translated nodes. */
export function assetOf(draft: Draft, id: string): Asset {
  const asset = draft.assets.get(id);
  if (asset === undefined) throw new Error(`no asset ${id} in the draft`);
  return asset;
}

/** The raw node behind an asset, which has its raw place. */
export function rawNodeOf(draft: Draft, id: string): RawNode {
  const node = draft.rawNodes.get(id);
  if (node === undefined) throw new Error(`no raw node ${id}`);
  return node;
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

/** The State of an asset of this draft: the raw set knows no joint assets. */
export function stateOf(asset: Asset): string {
  return asset.states[0]?.state ?? "";
}
