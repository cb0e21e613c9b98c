import { distanceKm } from "../../../../analyzer/index.ts";
import { addService, type Evidence, type Service, statedBy } from "../add-service.ts";
import { requireAutonomy } from "../autonomy.ts";
import { assetOf, assetsOfKind, type Draft, homeState, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import type { Fact } from "../fact.ts";
import { nearest } from "../nearest.ts";
import { slug } from "../slug.ts";
import { words } from "../table.ts";
import { gasNodesOf } from "./add-gas-network.ts";

interface NearRule {
  readonly kinds: readonly string[];
  /** True where providers abroad count too. */
  readonly overBorders: boolean;
  readonly service: Service;
}

/** Rules R7, R10, R11: what a city gets from the nearest providers within the reach of `autonomy.csv`. */
const nearRules: readonly NearRule[] = [
  {
    kinds: ["hospital"],
    overBorders: false,
    service: { group: "health", ruleId: "R7", commodity: "health-care", standing: "parts" },
  },
  { kinds: ["port"], overBorders: false, service: { group: "sea-access", ruleId: "R10", commodity: "sea-freight" } },
  { kinds: ["airport"], overBorders: true, service: { group: "air-access", ruleId: "R11", commodity: "air-traffic" } },
];

/** Gives every city of a full State its services. A city without a provider in reach has no row: nothing is known. */
export function giveToCities(draft: Draft, tables: EuropeTables): void {
  const cities = assetsOfKind(draft, "city").filter(
    (city) => tables.states.get(homeState(city))?.paymentSystem !== undefined,
  );
  for (const { kinds, overBorders, service } of nearRules) {
    const providers = assetsOfKind(draft, ...kinds);
    const { providers: count, maxKm } = requireAutonomy(tables.autonomy, "city", service.group);
    for (const city of cities) {
      const own = overBorders ? providers : providers.filter((provider) => homeState(provider) === homeState(city));
      addService(draft, tables, city, nearest(city, own, count, maxKm), {
        ...service,
        evidence: (provider) => ofTheSameName(draft, city, provider),
      });
    }
  }
  giveWater(draft, tables);
  for (const city of cities) {
    giveFood(draft, tables, city);
    giveHeat(draft, tables, city);
  }
}

/** The package of the airport or port says that it belongs to this very city. */
function ofTheSameName(draft: Draft, city: PlacedAsset, provider: PlacedAsset): Evidence | undefined {
  const named = draft.cityNames.get(provider.id)?.split(/[(,/]/u)[0] ?? "";
  if (named === "" || slug(named) !== slug(city.name)) return undefined;
  return { method: "observed", source: provider.source, confidence: 0.85 };
}

/** Rule R13: water comes from the works that say they serve the city (`serves` in `water.csv`), however far away; each carries its part. */
function giveWater(draft: Draft, tables: EuropeTables): void {
  const works = new Map<string, Fact[]>();
  for (const fact of tables.facts) {
    if (fact.row.file !== "water.csv") continue;
    for (const city of words(fact.row, "serves")) works.set(city, [...(works.get(city) ?? []), fact]);
  }
  for (const [id, facts] of [...works].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const city = assetOf(draft, id);
    const found = facts.map(({ id }) => ({ asset: assetOf(draft, id), km: distanceKm(city, assetOf(draft, id)) }));
    addService(draft, tables, city, found, {
      group: "water",
      ruleId: "R13",
      commodity: "water",
      standing: "parts",
      evidence: (provider) => statedBy(provider, 0.7),
    });
  }
}

/** Rule F1: food comes through the two nearest wholesale markets or distribution centres of the State, or of those it lives on. */
function giveFood(draft: Draft, tables: EuropeTables, city: PlacedAsset): void {
  const { foodStates = [] } = tables.states.get(homeState(city)) ?? {};
  const states = new Set(foodStates.length > 0 ? foodStates : [homeState(city)]);
  const hubs = assetsOfKind(draft, "wholesale market", "distribution centre").filter((hub) =>
    states.has(homeState(hub)),
  );
  const { providers: count } = requireAutonomy(tables.autonomy, "city", "food");
  addService(draft, tables, city, nearest(city, hubs, count), {
    group: "food",
    ruleId: "F1",
    commodity: "food",
    standing: "parts",
    confidence: 0.4,
  });
}

/** Rule G4: where a State has a gas grid, a part of the heating of its cities hangs on it. */
function giveHeat(draft: Draft, tables: EuropeTables, city: PlacedAsset): void {
  addService(draft, tables, city, nearest(city, gasNodesOf(draft, homeState(city)), 1), {
    group: "heat",
    ruleId: "G4",
    commodity: "gas",
    confidence: 0.5,
  });
}
