import { DirectedGraph } from "graphology";
import betweennessCentrality from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import type { Dataset } from "../../analyzer/index.ts";

/** What graphology-metrics says of a dataset's graph "who can fail whom": a peer to check and to measure the kernels against. */
export interface PeerStructure {
  readonly degree: number;
  readonly betweenness: number;
  readonly pageRank: number;
}

/** The same graph as `whoFailsWhom`, as graphology holds it: by id, parallel edges one, self-loops left out. */
export function peerGraph({ assets, dependencies, connections }: Dataset): DirectedGraph {
  const graph = new DirectedGraph();
  for (const { id } of assets) graph.addNode(id);
  const join = (from: string, to: string): void => {
    if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.mergeDirectedEdge(from, to);
  };
  for (const { provider, dependent } of dependencies) join(provider, dependent);
  for (const { a, b, directed } of connections) {
    join(a, b);
    if (directed !== true) join(b, a);
  }
  return graph;
}

/**
 * Structure by the peer. Its unweighted betweenness is wrong on graphs that are not simple (model.md section 5), so any
 * other graph is refused with a RangeError.
 */
export function peerStructure(graph: DirectedGraph): Map<string, PeerStructure> {
  assertSimple(graph);
  if (graph.order === 0) return new Map();
  const betweenness = betweennessCentrality(graph, { getEdgeWeight: null, normalized: false });
  const pageRank = pagerank(graph, { getEdgeWeight: null, maxIterations: 500, tolerance: 1e-13 });
  return new Map(
    graph.mapNodes((id) => [
      id,
      { degree: graph.degree(id), betweenness: betweenness[id] ?? 0, pageRank: pageRank[id] ?? 0 },
    ]),
  );
}

/** Throws RangeError where two edges join the same nodes the same way, or a node is joined to itself. */
export function assertSimple(graph: DirectedGraph): void {
  const pairs = new Set<string>();
  graph.forEachDirectedEdge((_edge, _attributes, source, target) => {
    const pair = JSON.stringify([source, target]);
    if (source === target) throw new RangeError(`self-loop on ${source}: simplify the graph first`);
    if (pairs.has(pair)) throw new RangeError(`parallel edges from ${source} to ${target}: simplify the graph first`);
    pairs.add(pair);
  });
}
