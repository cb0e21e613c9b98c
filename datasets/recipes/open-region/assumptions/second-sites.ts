import { type Connection, distanceKm } from "../../../../analyzer/index.ts";
import { byPeople } from "../../by-people.ts";
import { assetsOfKind, type Draft, stateOf } from "../draft.ts";
import { need } from "../rules/rule.ts";

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
  const cities = assetsOfKind(draft, "city").filter(({ id }) => feeds.has(id));
  for (const system of assetsOfKind(draft, "payment system").filter(({ id }) => powered.has(id))) {
    const city = cities
      .filter((asset) => stateOf(asset) === stateOf(system) && distanceKm(asset, system) >= apartKm)
      .sort(byPeople)
      .at(0);
    const feed = feeds.get(city?.id ?? "");
    if (feed === undefined) {
      draft.notes.push(`A4: no second site for ${system.id}: no other city of the State has a feed`);
      continue;
    }
    const second = need(draft, feed.a, system.id, 0.3, {
      ruleId: "A4",
      kind: "physical",
      commodity: "electricity",
      group: "power",
    });
    draft.dependencies.push({ ...second, assumed: ["provider", ...(second.assumed ?? [])] });
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
