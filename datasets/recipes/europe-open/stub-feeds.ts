import { islandsOf } from "./islands.ts";
import { linkRules } from "./link-rules.ts";
import type { RawEdge } from "./raw-graph.ts";

const feedRule = "R6";

/** The island (lines and plant links, without cities) that each asset of the grid is on, by its id. */
type IslandOf = ReadonlyMap<string, readonly string[]>;

/**
 * City feeds (R6) that must not be used, with the reason. A city between two grids would join them. Where the smaller one
 * is a stub that also lies in another State, it belongs to a foreign grid beyond the data: the city keeps its other feed.
 */
export function stubFeeds(edges: readonly RawEdge[]): ReadonlyMap<RawEdge, string> {
  const islandOf = gridIslands(edges);
  const states = new Map(edges.flatMap(({ source, sink }) => [source, sink]).map((node) => [node.id, node.state]));
  const refused = new Map<RawEdge, string>();
  const feeds = edges.filter((edge) => edge.rule === feedRule);
  for (const edge of feeds) {
    const own = islandOf.get(edge.source.id) ?? [];
    const foreign = own.some((id) => states.get(id) !== edge.sink.state);
    const larger = feeds.some(
      (other) => other.sink === edge.sink && (islandOf.get(other.source.id)?.length ?? 0) > own.length,
    );
    if (foreign && larger) {
      refused.set(
        edge,
        `${edge.source.id} is on a stub of ${own.length} assets across the border, fed from outside the data`,
      );
    }
  }
  return refused;
}

function gridIslands(edges: readonly RawEdge[]): IslandOf {
  const grid = edges.flatMap(({ rule, source, sink }) => {
    const made = linkRules[rule];
    return rule !== feedRule && made?.as === "connection"
      ? [{ a: source.id, b: sink.id, commodity: made.commodity }]
      : [];
  });
  return new Map(islandsOf(grid, "electricity").flatMap((island) => island.map((id) => [id, island] as const)));
}
