import { DirectedGraph, MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../analyzer/index.ts";
import { resultOf } from "../support/ask.ts";
import { smallSystem } from "../support/arbitrary-system.ts";
import { assertSimple, peerGraph, peerStructure } from "../support/graphology-peer.ts";
import { engineLaw } from "../support/law.ts";

const structureOf = (dataset: Dataset) => resultOf("structure", dataset, {});

describe("structure", () => {
  engineLaw("equals graphology-metrics on the simple graph, rows of every kind", smallSystem(), ({ dataset }) => {
    const peer = peerStructure(peerGraph(dataset));
    const { rows } = structureOf(dataset);
    expect(rows.map(({ id }) => id).toSorted()).toEqual([...peer.keys()].toSorted());
    for (const { id, degree, betweenness, pageRank } of rows) {
      const other = peer.get(id);
      expect(degree).toBe(other?.degree);
      expect(betweenness).toBeCloseTo(other?.betweenness ?? Number.NaN, 9);
      expect(pageRank).toBeCloseTo(other?.pageRank ?? Number.NaN, 9);
    }
  });

  engineLaw("is not changed by doubling a row: parallel edges are one", smallSystem(), ({ dataset }) => {
    const doubled = {
      ...dataset,
      dependencies: dataset.dependencies.flatMap((row) => [row, { ...row, id: `${row.id} again`, group: "again" }]),
      connections: dataset.connections.flatMap((row) => [row, { ...row, id: `${row.id} again` }]),
    };
    expect(structureOf(doubled)).toEqual(structureOf(dataset));
  });

  engineLaw("of pairs across borders is no more than of all", smallSystem(), ({ dataset }) => {
    for (const { betweenness, crossBorderBetweenness } of structureOf(dataset).rows) {
      expect(crossBorderBetweenness).toBeLessThanOrEqual(betweenness + 1e-9);
      expect(crossBorderBetweenness).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("the peer", () => {
  it("is refused graphs that it gets wrong", () => {
    const doubled = new MultiDirectedGraph();
    for (const id of ["A", "B"]) doubled.addNode(id);
    doubled.addDirectedEdge("A", "B");
    doubled.addDirectedEdge("B", "A");
    expect(() => assertSimple(doubled)).not.toThrow();
    doubled.addDirectedEdge("A", "B");
    expect(() => peerStructure(doubled)).toThrow(
      new RangeError("parallel edges from A to B: simplify the graph first"),
    );
    const looped = new DirectedGraph();
    looped.addNode("A");
    looped.addDirectedEdge("A", "A");
    expect(() => peerStructure(looped)).toThrow(new RangeError("self-loop on A: simplify the graph first"));
    expect(peerStructure(new DirectedGraph())).toEqual(new Map());
  });
});
