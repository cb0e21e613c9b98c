import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZoneBalance } from "../../../../analyzer/algorithms/zones/zone-balance.ts";
import type { Connection } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import type { Network } from "../../../../analyzer/system/system.ts";
import { smallSystem } from "../../../support/arbitrary-system.ts";
import { assetRow, connectionRow, datasetOf } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { inState, wide, zonedNetwork } from "../../../support/zoned-network.ts";

/** Islands over the nodes that are not silent, in order of their first node. */
function labels({ nodeAsset, neighbourStart, neighbour }: Network, silent: ReadonlySet<number>) {
  const islandOf = new Int32Array(nodeAsset.length).fill(-1);
  let islandCount = 0;
  for (const first of nodeAsset.keys()) {
    if (islandOf[first] !== -1 || silent.has(first)) continue;
    const reached = new Set([first]);
    for (const node of reached) {
      islandOf[node] = islandCount;
      const next = neighbour.subarray(neighbourStart[node], neighbourStart[node + 1]);
      for (const other of next) if (!silent.has(other)) reached.add(other);
    }
    islandCount += 1;
  }
  return { islandOf, islandCount };
}

/** One network under way: who is silent, and at what level everybody is. */
class Bench {
  readonly balance: ZoneBalance;
  private readonly level: Float64Array;
  private readonly silent = new Set<number>();

  constructor(
    readonly network: Network,
    assetCount: number,
  ) {
    this.balance = new ZoneBalance(network);
    this.level = new Float64Array(assetCount).fill(1);
  }

  silence(node: number, isSilent: boolean): void {
    if (isSilent) this.silent.add(node);
    else this.silent.delete(node);
  }

  setLevel(node: number, level: number): void {
    this.level[this.network.nodeAsset[node]!] = level;
  }

  /** Brings the balance up to date; how many islands that solved. */
  refresh(): number {
    const { islandOf, islandCount } = labels(this.network, this.silent);
    const before = this.balance.solved;
    this.balance.balance(islandOf, islandCount, this.level);
    return this.balance.solved - before;
  }

  /** [node] ratio, -1 for a silent node. */
  ratios(balance = this.balance): number[] {
    return Array.from(balance.cellOf, (cell) => (cell === -1 ? -1 : balance.ratio[cell]!));
  }

  fresh(): number[] {
    const { islandOf, islandCount } = labels(this.network, this.silent);
    const balance = new ZoneBalance(this.network);
    balance.balance(islandOf, islandCount, this.level);
    return this.ratios(balance);
  }
}

const at = (...states: readonly string[]) => states.map((state) => inState(state));
const [xa, xb, xc] = at("XA", "XB", "XC");

/** Two islands: GC-6 over XA, XB and XC; and H, which feeds Y over a link of 5. */
function twoIslands(): { bench: Bench; nodeOf: (id: string) => number } {
  const assets = [
    plantRow("GA1", 80, xa),
    plantRow("GA2", 60, xa),
    plantRow("GB", 40, xb),
    plantRow("GC", 10, xc),
    ...["A", "B", "C"].map((letter) => assetRow(`N${letter}`, inState(`X${letter}`))),
    cityRow("CA", 60, xa),
    cityRow("CB", 80, xb),
    cityRow("CC", 30, xc),
    plantRow("H", 20, xa),
    cityRow("Y", 10, xb),
  ];
  const connections: Connection[] = [
    ...["GA1", "GA2", "CA"].map((id) => connectionRow(id, "NA")),
    ...["GB", "CB"].map((id) => connectionRow(id, "NB")),
    ...["GC", "CC"].map((id) => connectionRow(id, "NC")),
    wide("NA", "NB", 60),
    wide("NB", "NC", 25),
    wide("H", "Y", 5),
  ];
  const { network, nodeOf } = zonedNetwork(assets, connections);
  return { bench: new Bench(network, assets.length), nodeOf };
}

/** A dataset's networks by zones, and things that happen to their nodes, a few at a time. */
const happenings = fc.record({
  dataset: smallSystem().map(({ dataset }) => dataset),
  steps: fc.array(
    fc.array(fc.record({ node: fc.nat(9), isSilent: fc.boolean(), level: fc.constantFrom(0, 1, 0.5) }), {
      maxLength: 3,
    }),
    { maxLength: 5 },
  ),
});

describe("ZoneBalance", () => {
  it("has the ratio of every zone of every island", () => {
    const { bench, nodeOf } = twoIslands();
    expect(bench.refresh()).toBe(2);
    bench.setLevel(nodeOf("GA2"), 0);
    bench.refresh();
    const ratios = bench.ratios();
    expect(["NA", "CA", "H"].map((id) => ratios[nodeOf(id)])).toEqual([1, 1, 1]);
    for (const id of ["NB", "CB", "NC", "CC", "GB"]) expect(ratios[nodeOf(id)]).toBeCloseTo(7 / 11, 14);
    expect(ratios[nodeOf("Y")]).toBe(0.5);
    expect(bench.balance.cellCount).toBe(5);
  });

  it("solves only islands in which something changed", () => {
    const { bench, nodeOf } = twoIslands();
    bench.refresh();
    expect(bench.refresh()).toBe(0);
    bench.setLevel(nodeOf("GA2"), 0);
    expect(bench.refresh()).toBe(1);
    bench.setLevel(nodeOf("Y"), 0);
    expect(bench.refresh()).toBe(0);
    // Y is left alone.
    bench.silence(nodeOf("H"), true);
    expect(bench.refresh()).toBe(1);
    expect(bench.ratios()[nodeOf("Y")]).toBe(0);
    // The first island comes apart, so that the second has another number, and together again.
    bench.silence(nodeOf("NB"), true);
    bench.refresh();
    bench.silence(nodeOf("NB"), false);
    bench.refresh();
    expect(bench.ratios()).toEqual(bench.fresh());
  });

  it("keeps what it knows of an island whose number changes", () => {
    const { bench, nodeOf } = twoIslands();
    bench.refresh();
    for (const id of ["GA1", "GA2", "CA", "CB", "CC", "GB", "GC", "NA", "NB", "NC"]) bench.silence(nodeOf(id), true);
    expect(bench.refresh()).toBe(0);
    expect(bench.ratios().filter((ratio) => ratio !== -1)).toEqual([1, 0.5]);
  });

  it("tells the zones of an island with what can flow between them", () => {
    const { bench, nodeOf } = twoIslands();
    bench.setLevel(nodeOf("GA2"), 0.5);
    bench.refresh();
    const island = bench.balance.island(0);
    expect(island).toMatchObject({ sharing: "own-first", codes: ["XA", "XB", "XC"] });
    expect(island).toMatchObject({ production: [110, 40, 10], demand: [60, 80, 30] });
    expect(island.links).toEqual([
      { from: 0, to: 1, capacity: 60 },
      { from: 1, to: 0, capacity: 60 },
      { from: 1, to: 2, capacity: 25 },
      { from: 2, to: 1, capacity: 25 },
    ]);
    expect(island.share[1]).toBeCloseTo(10 / 11, 14);
    expect(bench.balance.island(1)).toMatchObject({ codes: ["XA", "XB"], share: [1, 0.5] });
  });

  it("takes over another state and goes on from there", () => {
    const { bench, nodeOf } = twoIslands();
    bench.refresh();
    const kept = new ZoneBalance(bench.network);
    kept.copyFrom(bench.balance);
    bench.setLevel(nodeOf("GA1"), 0);
    bench.silence(nodeOf("NB"), true);
    bench.refresh();
    bench.balance.copyFrom(kept);
    bench.setLevel(nodeOf("GA1"), 1);
    bench.silence(nodeOf("NB"), false);
    expect(bench.refresh()).toBe(0);
    expect(bench.ratios()).toEqual(bench.fresh());
  });

  it("refuses a network that is balanced as a whole", () => {
    const { networks } = compileSystem(
      datasetOf({ assets: [plantRow("G", 1), cityRow("Z", 1)], connections: [connectionRow("G", "Z")] }),
    );
    expect(() => new ZoneBalance(networks[0]!)).toThrow(RangeError);
  });

  it("is after any changes what a balance from nothing is, to the last bit (1000 systems)", () => {
    fc.assert(
      fc.property(happenings, ({ dataset, steps }) => {
        const { networks, assetIds } = compileSystem(dataset);
        for (const network of networks.filter(({ zones }) => zones !== null)) {
          const bench = new Bench(network, assetIds.length);
          for (const step of steps) {
            for (const { node, isSilent, level } of step) {
              bench.silence(node % network.nodeAsset.length, isSilent);
              bench.setLevel(node % network.nodeAsset.length, level);
            }
            bench.refresh();
            expect(bench.ratios()).toEqual(bench.fresh());
          }
        }
      }),
      { seed: 20_260_729, numRuns: 1000 },
    );
  });
});
