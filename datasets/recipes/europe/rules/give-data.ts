import { addService } from "../add-service.ts";
import { assetsOfKind, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { nearest } from "../nearest.ts";

/** The exchanges where most international routes meet; the others reach them and not the other way round, so that no loop arises. */
const largeExchanges: ReadonlySet<string> = new Set([
  "de-cix-frankfurt",
  "ams-ix",
  "linx",
  "france-ix",
  "mix-milan",
  "netnod",
]);

/**
 * Rule D1: who needs data gets it at the internet exchanges of its State, and where these are too few, at the nearest
 * large one abroad. Not on islands whose exchange hangs on named sea cables: the way abroad is the same cables.
 */
export function giveData(draft: Draft, tables: EuropeTables): void {
  const exchanges = assetsOfKind(draft, "internet exchange");
  const named = namedIn(tables, "data");
  const onCables = namedIn(tables, "transit");
  for (const asset of draft.assets.values()) {
    const autonomy = tables.autonomy(asset.kind, "data");
    if (autonomy === undefined || named.has(asset.id)) continue;
    const own = exchanges.filter((exchange) => homeState(exchange) === homeState(asset));
    const atHome = nearest(asset, own, autonomy.providers);
    const wanted = atHome.some((found) => onCables.has(found.asset.id)) ? 0 : autonomy.providers - atHome.length;
    const abroad = exchanges.filter(
      ({ id }) => largeExchanges.has(id) && !atHome.some((found) => found.asset.id === id),
    );
    addService(draft, tables, asset, [...atHome, ...nearest(asset, abroad, wanted)], {
      group: "data",
      ruleId: "D1",
      kind: "cyber",
      commodity: "data",
    });
  }
}

/** Rule D2: an exchange reaches the rest of the world through any of the three nearest large exchanges. */
export function giveTransit(draft: Draft, tables: EuropeTables): void {
  const exchanges = assetsOfKind(draft, "internet exchange");
  const large = exchanges.filter(({ id }) => largeExchanges.has(id));
  const named = namedIn(tables, "transit");
  for (const exchange of exchanges) {
    if (largeExchanges.has(exchange.id) || named.has(exchange.id)) continue;
    addService(draft, tables, exchange, nearest(exchange, large, 3), {
      group: "transit",
      ruleId: "D2",
      kind: "cyber",
      commodity: "data",
      confidence: 0.4,
    });
  }
}

function namedIn(tables: EuropeTables, group: string): ReadonlySet<string | undefined> {
  const rows = tables.namedDependencies.filter(({ cells }) => cells["group"] === group);
  return new Set(rows.map(({ cells }) => cells["dependent"]));
}
