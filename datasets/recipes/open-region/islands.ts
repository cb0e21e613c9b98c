import { type Connection, compareIds, findIslands } from "../../../analyzer/index.ts";

/** What a connection says about topology. */
type Conveyance = Pick<Connection, "a" | "b" | "commodity">;

/**
 * The connected parts of the network of one commodity, as lists of asset ids: each list by id, the lists by their first
 * id. Near linear in the number of connections, but for sorting.
 */
export function islandsOf(connections: readonly Conveyance[], commodity: string): string[][] {
  const own = connections.filter((each) => each.commodity === commodity);
  const ids = [...new Set(own.flatMap(({ a, b }) => [a, b]))].sort(compareIds);
  const positions = new Map(ids.map((id, position) => [id, position]));
  const members = findIslands(own, positions).get(commodity)?.members ?? [];
  return members.map((island) => island.map((position) => ids[position]!));
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
