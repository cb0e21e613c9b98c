import { networkCommodity } from "../../model/dependency.ts";
import type { Dataset } from "../../model/dataset.ts";
import { connectedParts } from "./connected-parts.ts";
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
  const producers = new Map<string, Set<string>>();
  for (const { id, produces = [] } of assets) {
    for (const { commodity } of produces) producers.set(commodity, (producers.get(commodity) ?? new Set()).add(id));
  }
  const asked = new Set(dependencies.map(({ provider }) => networkCommodity(provider)));
  const commodities = [...new Set(connections.map(({ commodity }) => commodity))].sort();
  const gaps = commodities.flatMap((commodity) => {
    const own = producers.get(commodity);
    if (own === undefined && !asked.has(commodity)) return [];
    const rows = connections.filter((row) => row.commodity === commodity);
    const parts = connectedParts(rows.map(({ a, b }): readonly [string, string] => [a, b]));
    return parts
      .filter((ids) => !ids.some((id) => own?.has(id) === true))
      .map((ids): IslandGap => ({ commodity, assets: ids.length, id: ids[0] ?? "" }));
  });
  return gaps.sort((a, b) => b.assets - a.assets || (a.id < b.id ? -1 : 1));
}
