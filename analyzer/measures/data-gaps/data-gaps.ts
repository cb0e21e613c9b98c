import { networkCommodity } from "../../model/dependency.ts";
import type { Dataset } from "../../model/dataset.ts";
import { findIslands } from "../../model/islands.ts";
import { columnCompleteness, sectorCompleteness, stateCompleteness } from "./completeness.ts";
import type { DataGapsResult, IslandGap } from "./data-gaps-result.ts";
import { singleProviders } from "./single-providers.ts";
import { unusualValues } from "./unusual-values.ts";

/** What a dataset does not know. Lists are cut at `limit` entries. O(rows log rows). */
export function dataGaps(dataset: Dataset, limit: number): DataGapsResult {
  const isolated = isolatedAssets(dataset);
  const islands = islandsWithoutProducer(dataset);
  const single = singleProviders(dataset);
  const unusual = unusualValues(dataset);
  return {
    kind: "data-gaps",
    columns: columnCompleteness(dataset),
    states: stateCompleteness(dataset),
    sectors: sectorCompleteness(dataset),
    isolatedCount: isolated.length,
    isolated: isolated.slice(0, limit),
    islandCount: islands.length,
    islands: islands.slice(0, limit),
    singleProviderCount: single.length,
    singleProviders: single.slice(0, limit),
    unusualCount: unusual.length,
    unusual: unusual.slice(0, limit),
  };
}

/** Assets without any dependency or connection, by id: a failure neither reaches them nor starts from them. */
function isolatedAssets({ assets, dependencies, connections }: Dataset): string[] {
  const tied = new Set([
    ...dependencies.flatMap(({ provider, dependent }) => [provider, dependent]),
    ...connections.flatMap(({ a, b }) => [a, b]),
  ]);
  return assets.map(({ id }) => id).filter((id) => !tied.has(id));
}

/** The largest first. Commodities that nobody produces anywhere are left out: they only connect, as air routes do. */
function islandsWithoutProducer({ assets, dependencies, connections }: Dataset): IslandGap[] {
  const asked = new Set(dependencies.map(({ provider }) => networkCommodity(provider)));
  const places = new Map(assets.map(({ id }, place) => [id, place]));
  const gaps = [...findIslands(connections, places)].flatMap(([commodity, { members }]) => {
    const isProducer = (place: number): boolean =>
      assets[place]!.produces?.some((amount) => amount.commodity === commodity) === true;
    const isFed = asked.has(commodity) || assets.some((_, place) => isProducer(place));
    if (!isFed) return [];
    return members
      .filter((island) => !island.some(isProducer))
      .map((island): IslandGap => ({ commodity, assets: island.length, id: assets[island[0]!]!.id }));
  });
  return gaps.sort((a, b) => b.assets - a.assets || (a.id < b.id ? -1 : 1));
}
