import { type Connection, compareIds } from "../../../analyzer/index.ts";

/** What a connection says about topology. */
type Conveyance = Pick<Connection, "a" | "b" | "commodity">;

/**
 * The connected parts of the network of one commodity, as lists of asset ids: each list by id, the lists by their first
 * id. Breadth-first search, linear in the number of connections.
 */
export function islandsOf(connections: readonly Conveyance[], commodity: string): string[][] {
  const neighbours = neighboursOf(connections, commodity);
  const seen = new Set<string>();
  const islands: string[][] = [];
  for (const start of [...neighbours.keys()].sort(compareIds)) {
    if (seen.has(start)) continue;
    const island = [start];
    seen.add(start);
    // The list grows while it is walked: it is the queue of the search.
    for (const id of island) {
      for (const next of neighbours.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        island.push(next);
      }
    }
    islands.push(island.sort(compareIds));
  }
  return islands;
}

/** Ids of the assets that one asset is connected to for a commodity, for every asset of that network. */
export function neighboursOf(connections: readonly Conveyance[], commodity: string): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const list = neighbours.get(from);
    if (list === undefined) neighbours.set(from, [to]);
    else list.push(to);
  };
  for (const { a, b, commodity: own } of connections) {
    if (own !== commodity) continue;
    add(a, b);
    add(b, a);
  }
  return neighbours;
}
