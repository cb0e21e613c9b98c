import { describe, expect, it } from "vitest";
import type { Dataset, StructureResult, StructureRow } from "../../analyzer/index.ts";
import { resultOf } from "../support/ask.ts";
import { lesMiserables } from "../support/les-miserables.ts";
import { referenceValues } from "../support/reference-values.ts";
import { assetRow, connectionRow, datasetOf } from "../support/rows.ts";

/**
 * Structure against numbers on which networkx, igraph, NetworKit and rustworkx agree (validation.md 3; reference-values,
 * graph.json). Every edge is a connection, so every unordered pair of the reference counts in both orders here.
 */

type Node = string | number;

interface ReferenceGraph {
  readonly n: number;
  readonly m: number;
  readonly nodes: readonly Node[];
  readonly edges?: readonly (readonly [Node, Node])[];
  readonly degree: readonly number[];
  readonly betweenness_unnormalised: readonly number[];
  readonly "pagerank_0.85": readonly number[];
  readonly core_number: readonly number[];
}

interface AttackCurve {
  readonly order: readonly number[];
  readonly giant_after_each_removal: readonly number[];
  readonly R_index: number;
}

interface GraphFile {
  readonly karate: ReferenceGraph;
  readonly lesmis: ReferenceGraph;
  readonly florentine: ReferenceGraph;
  readonly cross_border_betweenness_karate: {
    readonly countries: { readonly A: readonly number[] };
    readonly values: readonly number[];
  };
  readonly attack_curves_karate: { readonly degree: AttackCurve; readonly betweenness: AttackCurve };
}

interface ReliabilityFile {
  readonly articulation_and_bridges: Readonly<
    Record<
      string,
      {
        readonly articulation_points: readonly string[];
        readonly n_bridges: number;
        readonly bridges: readonly (readonly [string, string])[] | null;
        readonly n_biconnected_components: number;
      }
    >
  >;
}

const file = referenceValues("graph.json", "the graphs of graph.json") as GraphFile | null;
const cuts = referenceValues(
  "reliability.json",
  "cut vertices and bridges of reliability.json",
) as ReliabilityFile | null;
const names = ["karate", "lesmis", "florentine"] as const;

function edgesOf(name: (typeof names)[number], graph: ReferenceGraph): readonly (readonly [Node, Node])[] {
  if (graph.edges !== undefined) return graph.edges;
  if (name === "lesmis") return lesMiserables;
  throw new Error(`${name} has no edges`);
}

function datasetFor(
  nodes: readonly Node[],
  edges: readonly (readonly [Node, Node])[],
  stateOf: (node: Node) => string = () => "XA",
): Dataset {
  return datasetOf({
    assets: nodes.map((node) => assetRow(String(node), { states: [{ state: stateOf(node), share: 1 }] })),
    connections: edges.map(([a, b]) => connectionRow(String(a), String(b))),
  });
}

function structureOf(dataset: Dataset): { result: StructureResult; row: (node: Node) => StructureRow } {
  const result = resultOf("structure", dataset, {});
  const byId = new Map(result.rows.map((row) => [row.id, row]));
  return {
    result,
    row: (node) => {
      const found = byId.get(String(node));
      if (found === undefined) throw new Error(`no row ${node}`);
      return found;
    },
  };
}

/** The reference states nine digits. */
function expectClose(actual: number, expected: number | undefined): void {
  expect(Math.abs(actual - (expected ?? Number.NaN))).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(expected ?? 0)));
}

describe.skipIf(file === null).each(names)("%s", (name) => {
  const graph = file?.[name];

  it("betweenness, PageRank, core numbers and degrees", () => {
    if (graph === undefined) throw new Error(`${name} is not in graph.json`);
    const edges = edgesOf(name, graph);
    expect([graph.nodes.length, edges.length]).toEqual([graph.n, graph.m]);
    const { row, result } = structureOf(datasetFor(graph.nodes, edges));
    expect(result.edges).toBe(2 * graph.m);
    graph.nodes.forEach((node, position) => {
      const { degree, betweenness, pageRank, coreNumber } = row(node);
      expect(degree).toBe(2 * (graph.degree[position] ?? Number.NaN));
      expectClose(betweenness / 2, graph.betweenness_unnormalised[position]);
      expectClose(pageRank, graph["pagerank_0.85"][position]);
      expect(coreNumber).toBe(graph.core_number[position]);
    });
  });

  it.skipIf(cuts === null)("cut vertices, bridges and blocks", () => {
    const expected = cuts?.articulation_and_bridges[name];
    if (graph === undefined || expected === undefined) throw new Error(`${name} is missing`);
    const { row, result } = structureOf(datasetFor(graph.nodes, edgesOf(name, graph)));
    const points = result.rows.filter(({ isArticulationPoint }) => isArticulationPoint).map(({ id }) => id);
    expect(points.toSorted()).toEqual(expected.articulation_points.toSorted());
    expect([result.bridges, result.blocks]).toEqual([expected.n_bridges, expected.n_biconnected_components]);
    if (expected.bridges === null) return;
    for (const node of graph.nodes) {
      expect(row(node).bridges).toBe(expected.bridges.filter((ends) => ends.includes(String(node))).length);
    }
  });
});

describe.skipIf(file === null)("karate", () => {
  const { karate, cross_border_betweenness_karate: border, attack_curves_karate: attacks } = file ?? ({} as GraphFile);

  it("cross-border betweenness, the two clubs being States", () => {
    const isInA = new Set(border.countries.A);
    const dataset = datasetFor(karate.nodes, edgesOf("karate", karate), (node) =>
      isInA.has(Number(node)) ? "XA" : "XB",
    );
    const { row } = structureOf(dataset);
    border.values.forEach((value, node) => expectClose(row(node).crossBorderBetweenness / 2, value));
    expect([0, 33, 2, 31].map((node) => (row(node).crossBorderBetweenness / 2).toFixed(3))).toEqual([
      "147.655",
      "93.652",
      "70.934",
      "59.110",
    ]);
  });

  it.each(["degree", "betweenness"] as const)("attack curve by recalculated %s", (by) => {
    const { order, giant_after_each_removal: giants, R_index: expected } = attacks[by];
    let left = karate.nodes.map(Number);
    const removed: number[] = [];
    const giant: number[] = [];
    while (left.length > 0) {
      const edges = edgesOf("karate", karate).filter((ends) => ends.every((end) => left.includes(Number(end))));
      const { row } = structureOf(datasetFor(left, edges));
      const most = Math.max(...left.map((node) => row(node)[by]));
      // Equal up to rounding: the smallest number goes first.
      const next = left.find((node) => row(node)[by] >= most - 1e-9) ?? Number.NaN;
      left = left.filter((node) => node !== next);
      removed.push(next);
      giant.push(largestPart(left, edges));
    }
    expect(removed).toEqual(order);
    expect(giant).toEqual(giants);
    expectClose(giant.reduce((sum, size) => sum + size, 0) / karate.n ** 2, expected);
  });
});

/** Nodes of the largest connected part. */
function largestPart(nodes: readonly number[], edges: readonly (readonly [Node, Node])[]): number {
  const neighbours = (node: number): number[] =>
    edges
      .filter((ends) => ends.map(Number).includes(node))
      .map(([a, b]) => (Number(a) === node ? Number(b) : Number(a)))
      .filter((other) => nodes.includes(other));
  return nodes.reduce((largest, node) => {
    const part = new Set([node]);
    for (const member of part) for (const other of neighbours(member)) part.add(other);
    return Math.max(largest, part.size);
  }, 0);
}

/** Keys of graph.json that nothing here reproduces: centralities and spectra that the product does not offer. */
const notCovered = [
  "closeness",
  "eigenvector_unit_norm",
  "katz_unit_norm",
  "katz_alpha",
  "harmonic",
  "avg_clustering",
  "transitivity",
  "assortativity",
  "diameter",
  "avg_path_length",
  "global_efficiency",
  "spectral_radius_adjacency",
  "algebraic_connectivity",
  "effective_graph_resistance",
  "number_spanning_trees_log",
  "natural_connectivity",
  "weighted_degree",
  "edge_betweenness_top5",
  "current_flow_betweenness",
];
const covered = ["n", "m", "nodes", "edges", "degree", "betweenness_unnormalised", "pagerank_0.85", "core_number"];

it.skipIf(file === null)("every key of the graphs is reproduced, or named as not offered", () => {
  const keys = new Set(names.flatMap((name) => Object.keys(file?.[name] ?? {})));
  expect([...keys].toSorted()).toEqual([...covered, ...notCovered].toSorted());
  console.info(`graph.json, not offered and so not reproduced: ${notCovered.join(", ")}`);
});
