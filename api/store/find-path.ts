import type { Dataset } from "../../analyzer/index.ts";
import { ChainSearch, type Link } from "./chain-search.ts";
import { notFound } from "./store-error.ts";

/** See `Store.path`, of a dataset that is in memory. Throws `StoreError`. */
export function findPath(
  { assets, dependencies }: Pick<Dataset, "assets" | "dependencies">,
  [providerId, dependentId]: readonly [string, string],
  maxSteps: number,
): readonly string[] | null {
  const places = new Map(assets.map((asset, place) => [asset.id, place]));
  const placeOf = (assetId: string): number => {
    const place = places.get(assetId);
    if (place === undefined) throw notFound("asset", assetId);
    return place;
  };
  const search = new ChainSearch(placeOf(providerId), placeOf(dependentId), maxSteps);
  const links: Link[] = [];
  for (const row of dependencies) {
    const [provider, dependent] = [places.get(row.provider), places.get(row.dependent)];
    if (provider !== undefined && dependent !== undefined) links.push({ provider, dependent });
  }
  while (!search.isOver) search.take(links);
  return search.chain?.map((place) => assets[place]?.id ?? "") ?? null;
}
