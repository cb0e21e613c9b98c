import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { IslandBalance } from "../../../../analyzer/algorithms/islands/island-balance.ts";
import { Islands } from "../../../../analyzer/algorithms/islands/islands.ts";
import { NetworkSupply } from "../../../../analyzer/algorithms/islands/network-supply.ts";
import type { Asset, Connection } from "../../../../analyzer/index.ts";
import { assetRow, connectionRow } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { graphTrials, type SmallGraph, smallGraph } from "../../../support/small-graph.ts";
import { lines, oneNetwork } from "./one-network.ts";

const idOf = (node: number) => `A${node}`;

/** One network in a run: every change the engine could make, and the levels as they were reported. */
class Bench {
  readonly supply: NetworkSupply;
  readonly reported: number[];
  reports = 0;
  readonly nodeOf: (id: string) => number;
  private readonly around;

  constructor(assets: readonly Asset[], connections: readonly Connection[]) {
    const { network, nodeOf } = oneNetwork(assets, connections);
    this.nodeOf = nodeOf;
    this.around = {
      level: new Float64Array(assets.length).fill(1),
      availability: new Float64Array(assets.length).fill(1),
      conducts: new Uint8Array(assets.length).fill(1),
    };
    this.supply = new NetworkSupply(network, this.around);
    this.reported = [...network.nodeAsset].map(() => 1);
  }

  /** Sets whether a node conducts and is available, and the level of a producer. */
  set(node: number, conducts: 0 | 1, availability: 0 | 1, level: number): void {
    const { network } = this.supply;
    const asset = network.nodeAsset[node]!;
    this.around.conducts[asset] = conducts;
    this.around.availability[asset] = availability;
    this.supply.noteConduction(node);
    if (network.nodeMember[node] !== -1) return;
    this.around.level[asset] = level;
    this.supply.noteProducer(node);
  }

  refresh(): void {
    this.supply.refresh((node, level) => {
      this.reports += 1;
      this.reported[node] = level;
    });
  }

  reset(): void {
    this.around.level.fill(1);
    this.around.availability.fill(1);
    this.around.conducts.fill(1);
    this.supply.reset();
    this.reported.fill(1);
  }

  /** The levels by a labelling from nothing. */
  fresh(): number[] {
    const { network, undisturbedRatio } = this.supply;
    const islands = new Islands(network, new IslandBalance(network));
    islands.relabel(this.around.conducts);
    islands.balance(this.around.level);
    return [...network.nodeAsset].map((asset, node) => {
      const full = undisturbedRatio[node]!;
      const seen = islands.seenRatio(node, this.around.availability[asset]! > 0);
      return full === 0 ? 1 : Math.min(1, seen / full);
    });
  }
}

function benchOf({ nodeCount, pairs }: SmallGraph, producers: readonly number[], directedEvery: number): Bench {
  const assets = Array.from({ length: nodeCount }, (_, node) =>
    producers.includes(node) ? plantRow(idOf(node), 10 * (node + 1)) : cityRow(idOf(node), node % 3 === 0 ? 0 : 12),
  );
  const connections = pairs.map(([a, b], index) =>
    connectionRow(idOf(a), idOf(b), { id: `c${index}`, directed: directedEvery > 0 && index % directedEvery === 0 }),
  );
  return new Bench(assets, connections);
}

const node = fc.nat({ max: 8 });
const change = fc.record({
  node,
  how: fc.constantFrom<readonly [0 | 1, 0 | 1]>([0, 0], [0, 0], [0, 1], [1, 1], [1, 1]),
  level: fc.constantFrom(0, 0.5, 1),
});

const histories = fc.record({
  graph: smallGraph,
  producers: fc.array(node, { minLength: 1, maxLength: 3 }),
  directedEvery: fc.constantFrom(0, 0, 2),
  instants: fc.array(fc.oneof(fc.array(change, { minLength: 1, maxLength: 3 }), fc.constant("reset" as const)), {
    maxLength: 12,
  }),
});

describe("NetworkSupply", () => {
  it("serves as a fresh labelling does, whatever ceases and returns, on 1,000 random histories", () => {
    fc.assert(
      fc.property(histories, ({ graph, producers, directedEvery, instants }) => {
        const inGraph = [...new Set(graph.pairs.flat())].toSorted((a, b) => a - b);
        fc.pre(producers.some((producer) => inGraph.includes(producer)));
        const bench = benchOf(graph, producers, directedEvery);
        for (const instant of instants) {
          if (instant === "reset") bench.reset();
          else {
            for (const { node, how, level } of instant) bench.set(node % inGraph.length, ...how, level);
            bench.refresh();
          }
          expect(bench.reported).toEqual(bench.fresh());
        }
      }),
      graphTrials,
    );
  });

  it("tells who is no longer reached along the directions, though the island has as much as before", () => {
    const bench = new Bench([plantRow("F"), plantRow("G"), assetRow("M"), assetRow("N")], lines("F>N G>M N>M"));
    bench.set(bench.nodeOf("F"), 1, 1, 0);
    bench.refresh();
    expect(bench.reported[bench.nodeOf("N")]).toBe(0);
    expect(bench.reported[bench.nodeOf("M")]).toBe(1);
  });

  it("knows when something waits to be worked out", () => {
    const bench = new Bench([plantRow("G"), assetRow("N")], lines("G-N"));
    expect(bench.supply.stale).toBe(false);
    bench.supply.noteProducer(bench.nodeOf("G"));
    expect(bench.supply.stale).toBe(true);
    bench.refresh();
    expect(bench.supply.stale).toBe(false);
    bench.supply.noteConduction(1);
    bench.reset();
    expect(bench.supply.stale).toBe(false);
  });
});

describe("NetworkSupply: the work", () => {
  /** A ring N1-N2-N3-N4 with the producer G and the city Z hanging on it; Z asks for less than there is. */
  function ring(): Bench & { relabel: ReturnType<typeof vi.spyOn> } {
    const stations = ["N1", "N2", "N3", "N4"].map((id) => assetRow(id));
    const bench = new Bench(
      [plantRow("G", 10), ...stations, cityRow("Z", 4)],
      lines("N1-N2 N2-N3 N3-N4 N4-N1 G-N1 Z-N3"),
    );
    return Object.assign(bench, { relabel: vi.spyOn(bench.supply.islands, "relabel") });
  }
  const lose = (bench: Bench, ...ids: string[]) => {
    for (const id of ids) bench.set(bench.nodeOf(id), 0, 0, 0);
    bench.refresh();
  };
  const restore = (bench: Bench, ...ids: string[]) => {
    for (const id of ids) bench.set(bench.nodeOf(id), 1, 1, 1);
    bench.refresh();
  };

  it("does not label anew for a dead end, a node that cuts nothing, or the return of either", () => {
    for (const id of ["Z", "N2", "N4"]) {
      const bench = ring();
      lose(bench, id);
      restore(bench, id);
      expect(bench.relabel).not.toHaveBeenCalled();
      // Nobody else is served otherwise, so nobody else is looked at: once at the loss, once at the return.
      expect(bench.reports).toBe(2);
      expect(bench.reported).toEqual([1, 1, 1, 1, 1, 1]);
    }
  });

  it("knows beforehand what a single loss cuts off, and takes it back", () => {
    const bench = ring();
    lose(bench, "N1");
    expect(bench.reported).toEqual([1, 0, 0, 0, 0, 0]);
    restore(bench, "N1");
    expect(bench.reported).toEqual([1, 1, 1, 1, 1, 1]);
    expect(bench.relabel).not.toHaveBeenCalled();
  });

  it("labels anew for a second loss that may cut", () => {
    const twice = ring();
    lose(twice, "N2");
    lose(twice, "N4");
    expect(twice.relabel).toHaveBeenCalledTimes(1);
    expect(twice.reported).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it("labels once for all that one instant changes, and knows the islands again once everything is back", () => {
    const bench = ring();
    lose(bench, "N2", "N4", "N3");
    expect(bench.relabel).toHaveBeenCalledTimes(1);
    restore(bench, "N2", "N4", "N3");
    expect(bench.relabel).toHaveBeenCalledTimes(2);
    lose(bench, "N2");
    expect(bench.relabel).toHaveBeenCalledTimes(2);
  });

  it("costs nothing to reset what was not disturbed", () => {
    const bench = ring();
    const copy = vi.spyOn(bench.supply.islands, "reset");
    bench.reset();
    expect(copy).not.toHaveBeenCalled();
    lose(bench, "Z");
    bench.reset();
    expect(copy).toHaveBeenCalledTimes(1);
  });
});
