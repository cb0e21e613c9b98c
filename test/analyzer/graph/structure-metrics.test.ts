import { existsSync, readFileSync } from "node:fs";
import { DirectedGraph, MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build-graph.ts";
import { assertSimple, structureMetrics } from "../../../analyzer/graph/structure-metrics.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

/** A graph of the reference values; numbers on which four other libraries agree. */
interface ReferenceGraph {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [string | number, string | number])[];
  readonly degree: readonly number[];
  readonly betweenness_unnormalised: readonly number[];
  readonly "pagerank_0.85": readonly number[];
}

const file = new URL("../../../../shared/reference-values/graph.json", import.meta.url);
const isThere = existsSync(file);
if (!isThere) console.warn(`skipped: the graphs of graph.json, because ${file.pathname} does not exist`);
const reference: Readonly<Record<string, ReferenceGraph>> = isThere ? JSON.parse(readFileSync(file, "utf8")) : {};

describe("structureMetrics", () => {
  it("is right on a path with a doubled link, where the library alone is not", () => {
    const graph = buildGraph(
      datasetOf({
        assets: ["A", "B", "C", "D"].map((id) => assetRow(id)),
        dependencies: [
          dependencyRow("A", "B"),
          dependencyRow("B", "C", { id: "one" }),
          dependencyRow("B", "C", { id: "two" }),
          dependencyRow("C", "D"),
        ],
      }),
    );
    const metrics = structureMetrics(graph);
    expect([...metrics].map(([id, { betweenness }]) => [id, betweenness])).toEqual([
      ["A", 0],
      ["B", 2],
      ["C", 2],
      ["D", 0],
    ]);
  });

  it("of no graph is none", () => {
    expect(structureMetrics(new DirectedGraph())).toEqual(new Map());
  });

  it.skipIf(!isThere).each(["karate", "florentine"])("%s", (name) => {
    const graph = reference[name];
    if (graph === undefined) throw new Error(`${name} is not in graph.json`);
    const ids = graph.nodes.map(String);
    const connections = graph.edges.map(([a, b]) => connectionRow(String(a), String(b)));
    const metrics = structureMetrics(buildGraph(datasetOf({ assets: ids.map((id) => assetRow(id)), connections })));
    ids.forEach((id, position) => {
      const found = metrics.get(id);
      // Each connection is two directed edges, so every pair of ends counts both ways.
      expect(found?.degree).toBe(2 * (graph.degree[position] ?? Number.NaN));
      expect(found?.betweenness).toBeCloseTo(2 * (graph.betweenness_unnormalised[position] ?? Number.NaN), 5);
      expect(found?.pageRank).toBeCloseTo(graph["pagerank_0.85"][position] ?? Number.NaN, 8);
    });
  });
});

describe("assertSimple", () => {
  it("refuses parallel edges and self-loops, with the names", () => {
    const doubled = new MultiDirectedGraph();
    for (const id of ["A", "B"]) doubled.addNode(id);
    doubled.addDirectedEdge("A", "B");
    doubled.addDirectedEdge("B", "A");
    expect(() => assertSimple(doubled)).not.toThrow();
    doubled.addDirectedEdge("A", "B");
    expect(() => assertSimple(doubled)).toThrow(new RangeError("parallel edges from A to B: simplify the graph first"));
    expect(() => structureMetrics(doubled)).toThrow(RangeError);
    const looped = new DirectedGraph();
    looped.addNode("A");
    looped.addDirectedEdge("A", "A");
    expect(() => structureMetrics(looped)).toThrow(new RangeError("self-loop on A: simplify the graph first"));
  });
});
