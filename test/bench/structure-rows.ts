import { DirectedGraph } from "graphology";
import betweennessCentrality from "graphology-metrics/centrality/betweenness.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { stateClasses } from "../../analyzer/algorithms/brandes/state-classes.ts";
import { strongComponents } from "../../analyzer/algorithms/components/strong-components.ts";
import { simpleDigraph } from "../../analyzer/algorithms/digraph/simple-digraph.ts";
import { dominators } from "../../analyzer/algorithms/dominators/dominators.ts";
import { pageRank } from "../../analyzer/algorithms/page-rank/page-rank.ts";
import type { Dataset, StructureResult } from "../../analyzer/index.ts";
import { planGraph, type StructurePlan } from "../../analyzer/measures/structure/structure-plan.ts";
import { seededDataset, type SeededSystem } from "../support/seeded-systems.ts";
import { columnChecksum } from "./answer-checksum.ts";
import { JobBench } from "./job-bench.ts";
import type { LineServer } from "./line-server.ts";
import { pythonContender } from "./python-contender.ts";
import { amount, type Floor, type Row } from "./row.ts";
import { sampleSources, type SeededInput, seededInput } from "./seeded-inputs.ts";
import { type Answer, type Contender, sideBySide } from "./side-by-side.ts";
import { cpuTime, wallTime } from "./timing.ts";
import type { Tools } from "./tools.ts";
import { valuesDiffer, valuesText } from "./values.ts";

const twoThreadsLeast = 1.8;
const betweennessLeast = { igraph: 2.5, graphology: 7, networkx: 120 };
/** Against the best peer (performance.md section 7): then against each. */
const pageRankLeast = { "10k": 1.5, "100k": 4, "1M": 1.2 };
const componentsLeast = 1;
const dominatorsLeast = { "10k": 4, "100k": 4, "1M": 1.6 };
const sampledSources = 20;
/** Repeats that are timed together, so that a kernel of a millisecond is told from the clock. */
const repeats = 5;

/** Rankings of the graph itself. Betweenness is of 10k whatever the size: all sources of more take too long beside peers. */
export async function* structureRows(tools: Tools): AsyncGenerator<Row> {
  const { size } = tools.options;
  const input = await seededInput("scale-free", "critical", size);
  if (size === "10k") yield* betweennessRows(tools, input);
  else tools.skip(`betweenness at ${size}: peers take hours`);
  yield* linearRows(tools, input);
}

async function* betweennessRows({ options: { rounds }, peers }: Tools, input: SeededInput): AsyncGenerator<Row> {
  const dataset = seededDataset(input.system);
  const { groups } = input.system;
  const about = `${amount(groups.nodeCount)} sources, ${amount(groups.member.length)} edges, two kinds at once`;
  const question = { analysis: "structure", parameters: { betweenness: "exact" }, about };
  const name = `betweenness ${input.name}`;
  const one = new JobBench(1);
  const two = new JobBench(2);
  try {
    const ours = two.contender(dataset, question);
    const alone = one.contender(dataset, question);
    yield await sideBySide({ name, ours, peer: alone, floor: { kind: "faster", least: twoThreadsLeast }, rounds });
    const answer = (text: string) => valuesText(betweennessOf(dataset, text));
    const valued = two.contender(dataset, { ...question, answer });
    for (const peer of betweennessPeers(input, peers)) {
      const floor: Floor = { kind: "faster", least: betweennessLeast[peer.floor] };
      yield await sideBySide({ name, ours: valued, peer: peer.contender, floor, rounds, compare: peer.compare });
    }
  } finally {
    await one.close();
    await two.close();
  }
}

/** [asset] betweenness as the result states it. */
function betweennessOf({ assets }: Dataset, result: string): number[] {
  const { rows } = JSON.parse(result) as StructureResult;
  const values = new Map(rows.map(({ id, betweenness }) => [id, betweenness]));
  return assets.map(({ id }) => values.get(id) ?? Number.NaN);
}

interface BetweennessPeer {
  readonly floor: keyof typeof betweennessLeast;
  readonly contender: Contender;
  readonly compare: (ours: string, peers: string) => string | null;
}

function betweennessPeers(input: SeededInput, peers: LineServer | null): BetweennessPeer[] {
  const graph = graphologyGraph(input.system);
  const beside: BetweennessPeer = {
    floor: "graphology",
    compare: valuesDiffer,
    contender: {
      name: "graphology-metrics",
      run: async () => {
        const work = () => betweennessCentrality(graph, { getEdgeWeight: null, normalized: false });
        const { value, milliseconds } = await wallTime(work);
        return { milliseconds, checksum: valuesText(graph.mapNodes((node) => value[node]!)) };
      },
    },
  };
  if (peers === null) return [beside];
  const request = { do: "betweenness", input: input.systemFile, clock: "wall" } as const;
  const igraph = pythonContender(peers, { ...request, peer: "igraph" }, { values: valuesText });
  const all = input.layout.removalOf.length;
  const sources = [...sampleSources(all, sampledSources)];
  const networkx = pythonContender(
    peers,
    { ...request, peer: "networkx", sources },
    {
      note: `${sampledSources} of ${amount(all)} sources, extrapolated; values compared with igraph's`,
      timesOver: all / sampledSources,
    },
  );
  return [
    beside,
    { floor: "igraph", contender: igraph, compare: valuesDiffer },
    { floor: "networkx", contender: networkx, compare: (_, peers) => (peers === "as igraph" ? null : peers) },
  ];
}

async function* linearRows(tools: Tools, input: SeededInput): AsyncGenerator<Row> {
  const plan = planOf(input.system);
  const {
    options: { rounds, size },
    peers,
  } = tools;
  const graph = graphologyGraph(input.system);
  const shared = { input: input.systemFile };
  const ranks = {
    name: `PageRank ${input.name}`,
    ours: ownPageRank(plan),
    floor: { kind: "faster", least: pageRankLeast[size] } as const,
    rounds,
    compare: valuesDiffer,
  };
  yield await sideBySide({ ...ranks, peer: graphologyPageRank(graph) });
  if (peers === null) return;
  for (const peer of ["igraph", "networkit", "rustworkx", "networkx"]) {
    const contender = pythonContender(peers, { ...shared, do: "pagerank", peer }, { values: valuesText });
    yield await sideBySide({ ...ranks, peer: contender });
  }
  for (const peer of ["igraph", "networkit", "rustworkx", "networkx"]) {
    const contender = pythonContender(peers, { ...shared, do: "components", peer });
    const floor: Floor = { kind: "faster", least: componentsLeast };
    yield await sideBySide({
      name: `strong components ${input.name}`,
      ours: ownComponents(plan),
      peer: contender,
      floor,
      rounds,
    });
  }
  const sources = [...plan.order].filter((_, place) => plan.isSource[place] === 1);
  for (const peer of ["igraph", "rustworkx", "networkx"]) {
    const contender = pythonContender(peers, { ...shared, do: "dominators", peer, sources });
    const floor: Floor = { kind: "faster", least: dominatorsLeast[size] };
    yield await sideBySide({
      name: `dominators ${input.name}`,
      ours: ownDominators(plan),
      peer: contender,
      floor,
      rounds,
    });
  }
}

/** The graph as the catalogue lays it out. */
function planOf({ groups, territory }: SeededSystem): StructurePlan {
  const { owner, memberStart, member, nodeCount } = groups;
  const dependent = new Int32Array(member.length);
  owner.forEach((asset, group) => dependent.fill(asset, memberStart[group], memberStart[group + 1]));
  const question = { method: "exact", errorShare: 0.01, confidence: 0.9, seed: 1 } as const;
  const classes = stateClasses(territory.shareStart, territory.stateOf);
  return planGraph(simpleDigraph(nodeCount, member, dependent), classes, new Uint8Array(nodeCount), question).plan;
}

/** Times some runs together. */
function repeated<T>(work: () => T): { readonly value: T; readonly milliseconds: number } {
  const { value, milliseconds } = cpuTime(() => {
    for (let repeat = 1; repeat < repeats; repeat += 1) work();
    return work();
  });
  return { value, milliseconds: milliseconds / repeats };
}

/** [place] to [asset]. */
function byAsset(order: Int32Array, values: ArrayLike<number>): number[] {
  const found: number[] = Array.from({ length: order.length });
  order.forEach((asset, place) => {
    found[asset] = values[place]!;
  });
  return found;
}

function ownPageRank({ graph, predecessors, order }: StructurePlan): Contender {
  const outDegree = Int32Array.from(order, (_, place) => graph.start[place + 1]! - graph.start[place]!);
  return {
    name: "TypeScript",
    run: () => {
      const { value, milliseconds } = repeated(() => pageRank(predecessors, outDegree));
      if (value === null) throw new Error("PageRank was stopped");
      const work = `${amount(value.edgesTouched)} edges touched`;
      return { milliseconds, checksum: valuesText(byAsset(order, value.rank)), work };
    },
  };
}

function graphologyPageRank(graph: DirectedGraph): Contender {
  return {
    name: "graphology-metrics",
    run: (): Answer => {
      const options = { getEdgeWeight: null, maxIterations: 500, tolerance: 1e-12 / graph.order };
      const { value, milliseconds } = cpuTime(() => pagerank(graph, options));
      return { milliseconds, checksum: valuesText(graph.mapNodes((node) => value[node]!)) };
    },
  };
}

function ownComponents({ graph }: StructurePlan): Contender {
  return {
    name: "TypeScript",
    run: () => {
      const { value, milliseconds } = repeated(() => strongComponents(graph.start, graph.successor));
      const sizes: number[] = [];
      for (const component of value) sizes[component] = (sizes[component] ?? 0) + 1;
      const work = `${amount(graph.successor.length)} edges, ${amount(sizes.length)} components`;
      return { milliseconds, checksum: columnChecksum(sizes.toSorted((x, y) => x - y)), work };
    },
  };
}

function ownDominators({ graph, predecessors, isSource, order }: StructurePlan): Contender {
  return {
    name: "TypeScript",
    run: () => {
      const { value, milliseconds } = repeated(() => dominators(graph, predecessors, isSource));
      const named = value.dominator.map((place) => (place >= 0 ? order[place]! + 2 : place + 2));
      const work = `${amount(graph.successor.length)} edges`;
      return { milliseconds, checksum: columnChecksum(byAsset(order, named)), work };
    },
  };
}

function graphologyGraph({ groups }: SeededSystem): DirectedGraph {
  const graph = new DirectedGraph();
  for (let asset = 0; asset < groups.nodeCount; asset += 1) graph.addNode(String(asset));
  groups.owner.forEach((asset, group) => {
    for (const provider of groups.member.subarray(groups.memberStart[group], groups.memberStart[group + 1])) {
      graph.addDirectedEdge(String(provider), String(asset));
    }
  });
  return graph;
}
