import type { Connection } from "../../../../analyzer/index.ts";
import { assetOf, assetsOfKind, type Draft, stateOf } from "../draft.ts";
import { islandsOf } from "../islands.ts";
import { PlaceIndex } from "../place-index.ts";
import { confidenceAt, feedSteps } from "./nearest.ts";
import { feed, type Rule } from "./rule.ts";

/**
 * R6: a city is connected to the two nearest substations of its State within 80 km, and sees the better of the two.
 * Confidence by distance: 0.8, 0.6 or 0.4. A feed is not made where it would join a foreign grid beyond the data.
 */
export const r6: Rule = {
  id: "R6",
  title: "2 nearest substations to city <= 80 km",
  group: null,
  settable: ["reachKm", "count"],
  join(draft, { reachKm = 80, count = 2 }) {
    const index = new PlaceIndex(assetsOfKind(draft, "substation"));
    const feeds = assetsOfKind(draft, "city").flatMap((city) =>
      index
        .nearest(city, count, reachKm, (each) => stateOf(each) === stateOf(city))
        .map(({ place, km }) => feed("R6", place, city, confidenceAt(feedSteps, km))),
    );
    const stubs = stubsAmong(draft, feeds);
    draft.connections.push(...feeds.filter((each) => !stubs.has(each)));
    for (const [{ a, b }, assets] of stubs) {
      const why = `${a} is on a stub of ${assets} assets across the border, fed from outside the data`;
      draft.notes.push(`R6: ${b} is not connected to ${a}: ${why}`);
    }
  },
};

/**
 * Feeds that must not be used, with the size of the island they lead to. A city between two grids would join them. Where the
 * smaller one is a stub that also lies in another State, it belongs to a foreign grid beyond the data: the city keeps its
 * other feed.
 */
function stubsAmong(draft: Draft, feeds: readonly Connection[]): ReadonlyMap<Connection, number> {
  const islandOf = new Map(
    islandsOf(draft.connections, "electricity").flatMap((island) => island.map((id) => [id, island] as const)),
  );
  const stubs = new Map<Connection, number>();
  for (const each of feeds) {
    const own = islandOf.get(each.a) ?? [];
    const home = stateOf(assetOf(draft, each.b));
    const isForeign = own.some((id) => stateOf(assetOf(draft, id)) !== home);
    const hasLarger = feeds.some(({ a, b }) => b === each.b && (islandOf.get(a)?.length ?? 0) > own.length);
    if (isForeign && hasLarger) stubs.set(each, own.length);
  }
  return stubs;
}
