import type { Digraph } from "./digraph.ts";
import { simpleDigraph } from "./simple-digraph.ts";

/** The same graph with node `order[place]` called `place`. O(nodes + edges). */
export function renumbered({ start, successor }: Digraph, order: Int32Array): Digraph {
  const placeOf = new Int32Array(order.length);
  order.forEach((node, place) => {
    placeOf[node] = place;
  });
  const tail = new Int32Array(successor.length);
  for (let node = 0; node < order.length; node += 1) tail.fill(placeOf[node]!, start[node], start[node + 1]);
  return simpleDigraph(
    order.length,
    tail,
    successor.map((head) => placeOf[head]!),
  );
}
