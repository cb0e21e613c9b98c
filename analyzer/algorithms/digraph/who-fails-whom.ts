import type { Dataset } from "../../model/dataset.ts";
import type { Digraph } from "./digraph.ts";
import { simpleDigraph } from "./simple-digraph.ts";

/**
 * The graph "who can fail whom" over the assets of a dataset, by position: an edge from provider to dependent for every
 * dependency on an asset, and both ways for every connection (one way where directed). Parallel edges are one, self-loops
 * are left out, nothing is measured along an edge but the step itself. A dependency on a network (`@electricity`) adds
 * nothing beside the connections.
 *
 * Cost: O(assets + dependencies + connections).
 */
export function whoFailsWhom({ assets, dependencies, connections }: Dataset): Digraph {
  const position = new Map(assets.map(({ id }, index) => [id, index]));
  const tail: number[] = [];
  const head: number[] = [];
  const join = (from: string, to: string): void => {
    const a = position.get(from);
    const b = position.get(to);
    if (a === undefined || b === undefined) return;
    tail.push(a);
    head.push(b);
  };
  for (const { provider, dependent } of dependencies) join(provider, dependent);
  for (const { a, b, directed } of connections) {
    join(a, b);
    if (directed !== true) join(b, a);
  }
  return simpleDigraph(assets.length, tail, head);
}
