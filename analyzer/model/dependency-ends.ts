import type { Dataset } from "./dataset.ts";

/** Where the dependencies of a dataset begin and end: positions in its list of assets, -1 where no asset has that id. */
export interface DependencyEnds {
  /** [row] -1 for a network too. */
  readonly provider: Int32Array;
  readonly dependent: Int32Array;
}

const known = new WeakMap<Dataset, DependencyEnds>();
const knownPositions = new WeakMap<Dataset, ReadonlyMap<string, number>>();

/** Position of every asset by its id, the first one where ids repeat; made once for each dataset. Linear. */
export function assetPositions(dataset: Dataset): ReadonlyMap<string, number> {
  let positions = knownPositions.get(dataset);
  if (positions !== undefined) return positions;
  positions = positionsOf(dataset.assets);
  knownPositions.set(dataset, positions);
  return positions;
}

function positionsOf(assets: Dataset["assets"]): Map<string, number> {
  const positions = new Map<string, number>();
  for (let at = 0; at < assets.length; at += 1) {
    const { id } = assets[at]!;
    if (!positions.has(id)) positions.set(id, at);
  }
  return positions;
}

/** Looks the ids of all dependencies up; made once for each dataset. Linear. */
export function dependencyEnds(dataset: Dataset): DependencyEnds {
  let ends = known.get(dataset);
  if (ends !== undefined) return ends;
  const { dependencies } = dataset;
  const positions = assetPositions(dataset);
  const provider = new Int32Array(dependencies.length);
  const dependent = new Int32Array(dependencies.length);
  for (let row = 0; row < dependencies.length; row += 1) {
    const dependency = dependencies[row]!;
    provider[row] = positions.get(dependency.provider) ?? -1;
    dependent[row] = positions.get(dependency.dependent) ?? -1;
  }
  ends = { provider, dependent };
  known.set(dataset, ends);
  return ends;
}
