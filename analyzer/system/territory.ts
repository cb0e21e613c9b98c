import { compareIds, type Dataset } from "../model/dataset.ts";

/** Where the assets of a dataset count: States with shares, sectors, people. Positions follow `dataset.assets`. */
export interface Territory {
  /** State codes in use, ascending. */
  readonly codes: readonly string[];
  /** Sectors in use, ascending. */
  readonly sectors: readonly string[];
  /** [asset] position in `sectors`. */
  readonly sectorOf: Int32Array;
  /** [asset + 1] shares of an asset: positions into `stateOf` and `shareOf`. */
  readonly shareStart: Int32Array;
  readonly stateOf: Int32Array;
  readonly shareOf: Float64Array;
  /** [asset] persons, NaN where not known. */
  readonly peopleServed: Float64Array;
}

/** Compiles a dataset's territory. O(n log n). */
export function compileTerritory({ assets }: Dataset): Territory {
  const codes = [...new Set(assets.flatMap((asset) => asset.states.map(({ state }) => state)))].sort(compareIds);
  const sectors = [...new Set(assets.map((asset) => asset.sector))].sort(compareIds);
  const codePosition = new Map(codes.map((code, position) => [code, position]));
  const sectorPosition = new Map(sectors.map((sector, position) => [sector, position]));
  const shares = assets.flatMap((asset) => asset.states);
  const shareStart = new Int32Array(assets.length + 1);
  assets.forEach((asset, position) => {
    shareStart[position + 1] = shareStart[position]! + asset.states.length;
  });
  return {
    codes,
    sectors,
    sectorOf: Int32Array.from(assets, (asset) => sectorPosition.get(asset.sector)!),
    shareStart,
    stateOf: Int32Array.from(shares, ({ state }) => codePosition.get(state)!),
    shareOf: Float64Array.from(shares, ({ share }) => share),
    peopleServed: Float64Array.from(assets, (asset) => asset.peopleServed ?? Number.NaN),
  };
}
