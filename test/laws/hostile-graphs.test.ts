import { describe, expect, it } from "vitest";
import { Brandes } from "../../analyzer/algorithms/brandes/brandes.ts";
import { PathSampler } from "../../analyzer/algorithms/brandes/path-sampler.ts";
import { stateClasses } from "../../analyzer/algorithms/brandes/state-classes.ts";
import type { Digraph } from "../../analyzer/algorithms/digraph/digraph.ts";
import { reversed } from "../../analyzer/algorithms/digraph/reversed.ts";
import { joinStructure } from "../../analyzer/measures/structure/join-structure.ts";
import { structurePiece } from "../../analyzer/measures/structure/structure-piece.ts";
import { type BetweennessQuestion, planGraph } from "../../analyzer/measures/structure/structure-plan.ts";

/** Shapes that break what recurses, or what looks at an edge too often: right answers, and the work that was done for them. */

const million = 1_000_000;
const quiet = { progress: () => undefined, aborted: () => false };

/** 0 -> 1 -> 2 ... */
function chain(nodeCount: number): Digraph {
  return {
    start: Int32Array.from({ length: nodeCount + 1 }, (_, node) => Math.min(node, nodeCount - 1)),
    successor: Int32Array.from({ length: nodeCount - 1 }, (_, node) => node + 1),
  };
}

/** Node 0 and its leaves, joined both ways. */
function star(nodeCount: number): Digraph {
  const leaves = nodeCount - 1;
  return {
    start: Int32Array.from({ length: nodeCount + 1 }, (_, node) => (node === 0 ? 0 : leaves + node - 1)),
    successor: Int32Array.from({ length: 2 * leaves }, (_, edge) => (edge < leaves ? edge + 1 : 0)),
  };
}

/** Everyone joined to everyone. */
function complete(nodeCount: number): Digraph {
  const others = nodeCount - 1;
  return {
    start: Int32Array.from({ length: nodeCount + 1 }, (_, node) => node * others),
    successor: Int32Array.from({ length: nodeCount * others }, (_, edge) => {
      const node = Math.floor(edge / others);
      const other = edge % others;
      return other < node ? other : other + 1;
    }),
  };
}

const nodesOf = ({ start }: Digraph): number => start.length - 1;

/** Every node in a State of its own class: `codes` States in turn. */
function classesOf(graph: Digraph, codes: number) {
  const nodeCount = nodesOf(graph);
  return stateClasses(
    Int32Array.from({ length: nodeCount + 1 }, (_, node) => node),
    Int32Array.from({ length: nodeCount }, (_, node) => node % codes),
  );
}

/** All baselines of a graph, through all pieces. Ids sort like positions. */
function structureOf(graph: Digraph, more: Partial<BetweennessQuestion> = {}) {
  const nodeCount = nodesOf(graph);
  const question = { method: "auto", errorShare: 0.5, confidence: 0.9, seed: 1, ...more } as const;
  const { plan, pieces } = planGraph(graph, classesOf(graph, 2), new Uint8Array(nodeCount), question);
  const parts = Array.from({ length: pieces }, (_, index) => structurePiece(plan, index, quiet)!);
  const ids = Array.from({ length: nodeCount }, (_, node) => String(node).padStart(7, "0"));
  const result = joinStructure(ids, plan, parts);
  const byNode = result.rows.toSorted((x, y) => (x.id < y.id ? -1 : 1));
  return { result, byNode };
}

describe("a chain of 1,000,000", () => {
  const graph = chain(million);

  it("has the structure of a chain", { timeout: 120_000 }, () => {
    const { result, byNode } = structureOf(graph);
    expect(result.betweenness.method).toBe("sampled");
    expect([result.edges, result.bridges, result.blocks]).toEqual([million - 1, million - 1, million - 1]);
    expect(byNode.every(({ soleSupplier }, node) => soleSupplier === (node === 0 ? null : byNode[node - 1]!.id))).toBe(
      true,
    );
    expect(byNode.every(({ soleSupplyOf }, node) => soleSupplyOf === million - 1 - node)).toBe(true);
    expect(
      byNode.every(({ isArticulationPoint }, node) => isArticulationPoint === (node > 0 && node < million - 1)),
    ).toBe(true);
    expect(byNode.every(({ coreNumber, strongComponentSize }) => coreNumber === 1 && strongComponentSize === 1)).toBe(
      true,
    );
    // The middle lies between a quarter of all ordered pairs.
    expect(Math.abs(byNode[million / 2]!.betweenness / (million * (million - 1)) - 0.25)).toBeLessThan(0.5);
  });

  it("is searched once per source", () => {
    const brandes = new Brandes(graph, classesOf(graph, 2));
    // Node 1 stands for node 0, node 11 for node 10.
    for (const source of [0, 1, 10, 11]) brandes.addSource(source);
    expect(brandes.edgesTouched).toBe(million - 2 + (million - 12));
    // Node 100 lies before 999,899 others from each of the four; half of them are of the other State.
    expect([brandes.sums[200], brandes.sums[201]]).toEqual([4 * 999_899, 2 * 999_899]);
    const sampler = new PathSampler(graph, reversed(graph));
    sampler.draw(5, million - 5, () => 0.5);
    expect(sampler.inner).toHaveLength(million - 11);
    expect(sampler.edgesTouched).toBe(million - 10);
    sampler.draw(million - 5, 5, () => 0.5);
    expect([sampler.inner.length, sampler.edgesTouched]).toEqual([0, million - 10]);
  });
});

describe("a star of 1,000,000", () => {
  const graph = star(million);

  it("has the structure of a star", { timeout: 120_000 }, () => {
    const { result, byNode } = structureOf(graph);
    expect([result.edges, result.bridges, result.blocks]).toEqual([2 * million - 2, million - 1, million - 1]);
    const [centre, ...leaves] = byNode;
    expect(centre).toMatchObject({ isArticulationPoint: true, bridges: million - 1, degree: 2 * million - 2 });
    expect(leaves.every(({ betweenness, isArticulationPoint }) => betweenness === 0 && !isArticulationPoint)).toBe(
      true,
    );
    // Nearly every pair passes the centre, half of them across the border.
    const pairs = million * (million - 1);
    expect(Math.abs(centre!.betweenness / pairs - 1)).toBeLessThan(0.5);
    expect(byNode.every(({ coreNumber }) => coreNumber === 1)).toBe(true);
    // All in one loop that nothing leads into: everyone is fed from outside.
    expect(byNode.every((row) => row.soleSupplier === null && row.strongComponentSize === million)).toBe(true);
  });

  it("is searched once: the centre stands for its leaves", () => {
    const brandes = new Brandes(graph, classesOf(graph, 2));
    for (let source = 0; source < million; source += 1) brandes.addSource(source);
    expect(brandes.edgesTouched).toBe(2 * million - 2);
    // Half of the nodes are odd and of one State, the others, without the centre, of the other.
    const abroad = 2 * (million / 2) * (million / 2 - 1);
    expect([brandes.sums[0], brandes.sums[1]]).toEqual([(million - 1) * (million - 2), abroad]);
    expect(brandes.sums.subarray(2).every((sum) => sum === 0)).toBe(true);
  });
});

describe("a complete graph of 2,000", () => {
  const n = 2000;

  it("has no one between, one core and no cut", { timeout: 120_000 }, () => {
    const { result, byNode } = structureOf(complete(n));
    expect(result.betweenness).toEqual({ method: "exact" });
    expect([result.edges, result.bridges, result.blocks]).toEqual([n * (n - 1), 0, 1]);
    expect(
      byNode.every(
        (row) =>
          row.betweenness === 0 &&
          row.coreNumber === n - 1 &&
          !row.isArticulationPoint &&
          row.degree === 2 * (n - 1) &&
          Math.abs(row.pageRank - 1 / n) < 1e-12,
      ),
    ).toBe(true);
  });
});

describe("next to nothing", () => {
  it("of no node, of one and of no edge", () => {
    for (const method of ["exact", "sampled"] as const) {
      const edgeless = (nodeCount: number): Digraph => ({
        start: new Int32Array(nodeCount + 1),
        successor: new Int32Array(),
      });
      expect(structureOf(edgeless(0), { method }).result).toMatchObject({ edges: 0, bridges: 0, blocks: 0, rows: [] });
      const [one] = structureOf(edgeless(1), { method }).byNode;
      expect(one).toMatchObject({
        betweenness: 0,
        degree: 0,
        coreNumber: 0,
        soleSupplier: null,
        strongComponentSize: 1,
      });
      const apart = structureOf(edgeless(1000), { method }).byNode;
      expect(apart.every(({ betweenness, pageRank }) => betweenness === 0 && Math.abs(pageRank - 0.001) < 1e-12)).toBe(
        true,
      );
    }
  });
});
