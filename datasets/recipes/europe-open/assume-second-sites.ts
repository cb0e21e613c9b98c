import { type Asset, type Connection, type Dependency, distanceKm } from "../../../analyzer/index.ts";
import { byPeople } from "../by-people.ts";
import { type Draft, rawNodeOf, stateOf } from "./draft.ts";
import { groupColumnsOf } from "./to-link.ts";

/** A second site stands apart from the first. */
const apartKm = 50;

/**
 * A4: a payment system has a second site in the largest city of its State that is at least 50 km away and has a feed; the
 * substation that feeds the city (the nearer of two) is one more alternative in the group `power`. Without this one feeder
 * would stop the payments of twenty States. A State without such a city gets no second site.
 */
export function assumeSecondSites(draft: Draft): void {
  const feeds = nearestFeeds(draft);
  const powered = new Set(draft.dependencies.filter((row) => row.group === "power").map((row) => row.dependent));
  const systems = [...draft.assets.values()].filter(
    (asset) => asset.kind === "payment system" && powered.has(asset.id),
  );
  const cities = [...draft.assets.values()].filter((asset) => asset.kind === "city" && feeds.has(asset.id));
  for (const system of systems) {
    const here = rawNodeOf(draft, system.id);
    const city = cities
      .filter((asset) => stateOf(asset) === stateOf(system) && distanceKm(rawNodeOf(draft, asset.id), here) >= apartKm)
      .sort(byPeople)
      .at(0);
    const feed = feeds.get(city?.id ?? "");
    if (feed === undefined)
      draft.notes.push(`A4: no second site for ${system.id}: no other city of the State has a feed`);
    else draft.dependencies.push(secondSite(draft, system, feed.a));
  }
}

/** The connection to the nearest of the substations that feed a city, by city. */
function nearestFeeds(draft: Draft): Map<string, Connection> {
  const feeds = new Map<string, Connection>();
  for (const row of draft.connections) {
    const known = feeds.get(row.b);
    if (row.ruleId !== "R6") continue;
    if (known === undefined || (row.lengthKm ?? 0) < (known.lengthKm ?? 0)) feeds.set(row.b, row);
  }
  return feeds;
}

function secondSite(draft: Draft, system: Asset, provider: string): Dependency {
  const here = rawNodeOf(draft, system.id);
  return {
    id: `A4:${provider}>${system.id}`,
    provider,
    dependent: system.id,
    kind: "physical",
    commodity: "electricity",
    group: "power",
    ...groupColumnsOf(here.subtype, "power"),
    method: "inferred",
    ruleId: "A4",
    distanceKm: Math.round(distanceKm(rawNodeOf(draft, provider), here) * 10) / 10,
    confidence: 0.3,
    source: "authored",
    assumed: ["provider", "buffer_hours"],
  };
}
