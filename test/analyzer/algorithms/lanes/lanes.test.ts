import { describe, expect, it } from "vitest";
import { Chance, purposes } from "../../../../analyzer/algorithms/chance/chance.ts";
import { worldCount } from "../../../../analyzer/algorithms/lanes/marked-worlds.ts";
import { PlainLanes } from "../../../../analyzer/algorithms/lanes/plain-lanes.ts";
import { SimdLanes } from "../../../../analyzer/algorithms/lanes/simd-lanes.ts";
import { startLanes } from "../../../../analyzer/algorithms/lanes/start-lanes.ts";
import type { WorldSystem } from "../../../../analyzer/algorithms/lanes/world-system.ts";

/** Node 0 may be shocked; each of `count` nodes after it needs the one before. */
function chain(count: number, likelihood: number): WorldSystem {
  return {
    nodeAsset: Int32Array.from({ length: count + 1 }, (_, node) => node),
    sourceNode: Int32Array.of(0),
    sourceLikelihood: Float64Array.of(likelihood),
    sourceKey: Uint32Array.of(7, 9),
    edgeStart: Int32Array.from({ length: count + 2 }, (_, node) => Math.min(node, count)),
    edgeNode: Int32Array.from({ length: count }, (_, edge) => edge + 1),
    edgeGroup: new Int32Array(count).fill(-1),
    edgeUnits: Uint32Array.from({ length: 2 * count }, (_, word) => 1 - (word % 2)),
    edgeLikelihood: new Float64Array(count).fill(likelihood),
    edgeKey: Uint32Array.from({ length: 2 * count }, (_, word) => word),
    planeStart: Int32Array.of(0),
    planePreset: new Uint8Array(0),
  };
}

const ways = [
  { name: "plain, 32", lanes: (worlds: WorldSystem) => new PlainLanes(worlds, 5, 32) },
  { name: "plain, 128", lanes: (worlds: WorldSystem) => new PlainLanes(worlds, 5, 128) },
  { name: "WebAssembly", lanes: (worlds: WorldSystem) => SimdLanes.start(worlds, 5)! },
];

describe.each(ways)("lanes ($name)", ({ lanes }) => {
  it("lose a node in the worlds whose shock hits", () => {
    const found = lanes(chain(0, 0.3));
    found.run(256, found.width);
    const chance = new Chance(5);
    const words = [...found.lost.keys()].map((word) => chance.mask32(purposes.shock, 7, 9, 8 + word, 0.3));
    expect([...found.lost]).toEqual(words);
  });

  it("run only the trials asked for", () => {
    const found = lanes(chain(3, 1));
    for (const count of [1, 31, found.width - 1, found.width]) {
      found.run(0, count);
      const words = found.width / 32;
      expect([0, 1, 2, 3].map((node) => worldCount(found.lost, node * words, words))).toEqual([
        count,
        count,
        count,
        count,
      ]);
    }
  });

  it("touch each edge of a chain once, however long it is", () => {
    const found = lanes(chain(1_000_000, 1));
    found.run(0, found.width);
    expect(found.edgesTouched).toBe(1_000_000);
    expect(found.lost.at(-1)).toBe(-1);
  });

  it("run against the order of nodes without searching all of them each time", () => {
    const count = 100_000;
    const backwards = chain(count, 1);
    const found = lanes({
      ...backwards,
      sourceNode: Int32Array.of(count),
      edgeStart: Int32Array.from({ length: count + 2 }, (_, node) => Math.max(0, node - 1)),
      edgeNode: Int32Array.from({ length: count }, (_, edge) => edge),
    });
    found.run(0, found.width);
    expect([found.edgesTouched, found.lost[0]]).toEqual([count, -1]);
  });

  it("start every run afresh", () => {
    const found = lanes(chain(50, 0.9));
    found.run(0, found.width);
    const first = found.lost.slice();
    found.run(128, found.width);
    expect([...found.lost]).not.toEqual([...first]);
    found.run(0, found.width);
    expect([...found.lost]).toEqual([...first]);
  });

  it("name the nodes lost in any world of the run, each once", () => {
    const found = lanes(chain(200, 0.9));
    for (const first of [0, 128, 256]) {
      found.run(first, found.width);
      const words = found.width / 32;
      const lost = [...Array(201).keys()].filter((node) => worldCount(found.lost, node * words, words) > 0);
      expect([...found.lostNodes.subarray(0, found.lostCount)].sort((x, y) => x - y)).toEqual(lost);
    }
  });

  it("have nothing to do where nothing can be lost", () => {
    const nothing = { ...chain(0, 1), nodeAsset: new Int32Array(0), sourceNode: new Int32Array(0) };
    const found = lanes({ ...nothing, edgeStart: new Int32Array(1) });
    found.run(0, found.width);
    expect([found.lost.length, found.edgesTouched]).toEqual([0, 0]);
  });
});

describe("startLanes", () => {
  it("takes plain integers where there is no WebAssembly", () => {
    const host = globalThis as { WebAssembly?: unknown };
    const kept = host.WebAssembly;
    expect(startLanes(chain(1, 1), 5)).toBeInstanceOf(SimdLanes);
    try {
      host.WebAssembly = undefined;
      expect(startLanes(chain(1, 1), 5)).toBeInstanceOf(PlainLanes);
    } finally {
      host.WebAssembly = kept;
    }
  });
});
