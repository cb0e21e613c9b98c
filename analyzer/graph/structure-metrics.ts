import type { DirectedGraph } from "graphology";
import betweennessCentrality from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";

/** Structural baselines of one node. */
export interface NodeStructure {
  /** Distinct neighbours it can be failed by plus those it can fail. */
  readonly degree: number;
  /** Share of shortest paths between other nodes that pass through, not normalised. */
  readonly betweenness: number;
  /** PageRank, damping 0.85; sums to 1 over all nodes. */
  readonly pageRank: number;
}

/**
 * Degree, betweenness (Brandes 2001) and PageRank by graphology-metrics. The library's betweenness is wrong on graphs that
 * are not simple (model.md section 5), so any other graph is refused.
 *
 * Cost: O(nodes x edges) for betweenness. Throws RangeError for a graph with parallel edges or self-loops.
 */
export function structureMetrics(graph: DirectedGraph): Map<string, NodeStructure> {
  assertSimple(graph);
  if (graph.order === 0) return new Map();
  const betweenness = betweennessCentrality(graph, { getEdgeWeight: null, normalized: false });
  const pageRank = pagerank(graph, { getEdgeWeight: null, maxIterations: 500, tolerance: 1e-10 });
  return new Map(
    graph.mapNodes((id) => [
      id,
      { degree: graph.degree(id), betweenness: betweenness[id] ?? 0, pageRank: pageRank[id] ?? 0 },
    ]),
  );
}

/** Throws RangeError where two edges join the same nodes the same way, or a node is joined to itself. O(edges). */
export function assertSimple(graph: DirectedGraph): void {
  const pairs = new Set<string>();
  graph.forEachDirectedEdge((_edge, _attributes, source, target) => {
    const pair = JSON.stringify([source, target]);
    if (source === target) throw new RangeError(`self-loop on ${source}: simplify the graph first`);
    if (pairs.has(pair)) throw new RangeError(`parallel edges from ${source} to ${target}: simplify the graph first`);
    pairs.add(pair);
  });
}
