import { describe, expect, it } from "vitest";
import { type BinaryLayout, binaryLayout } from "../../../../analyzer/algorithms/closure/binary-layout.ts";
import { closureForest } from "../../../../analyzer/algorithms/closure/closure-forest.ts";
import { allClosures } from "../../../../analyzer/algorithms/closure/all-closures.ts";
import { ClosureKernel } from "../../../../analyzer/algorithms/closure/closure-kernel.ts";
import type { ClosureSums } from "../../../../analyzer/algorithms/closure/closure-sums.ts";
import { type FailureGroups, failureGroupsOf } from "../../../../analyzer/algorithms/closure/failure-groups.ts";
import { forestPlan } from "../../../../analyzer/algorithms/closure/forest-plan.ts";
import { singleClosures } from "../../../support/single-closure.ts";
import { counted, critical, failingLayout, plainTerritory } from "../../../support/failing-layout.ts";
import { territoryOf } from "../../../support/failures-only.ts";
import { seededLayout, seededSystem } from "../../../support/seeded-systems.ts";

/** The forest in TypeScript and in WebAssembly. */
const ways: readonly (readonly [string, (layout: BinaryLayout) => ClosureSums | null])[] = [
  ["TypeScript", (layout) => closureForest(layout, forestPlan(layout))],
  ["WebAssembly", (layout) => allClosures(layout)],
  ["WebAssembly, swept again", (layout) => sweptAgain(layout)],
];

function sweptAgain(layout: BinaryLayout): ClosureSums | null {
  const kernel = ClosureKernel.place(layout);
  if (kernel === null) return null;
  kernel.sweep(kernel.plan());
  return kernel.sweep(kernel.plan());
}

function sumsOf(layout: BinaryLayout, sweep: (layout: BinaryLayout) => ClosureSums | null) {
  const sums = sweep(layout);
  if (sums === null) throw new Error("no WebAssembly here");
  const read = (column: ArrayLike<number>) => Array.from(layout.removalOf, (node) => column[node]!);
  return { ...sums, read, lost: read(sums.lost) };
}

/** Every asset after the first is held up by another, as typed arrays: a million rows are too many for objects. */
function heldUpBy(assetCount: number, holder: (asset: number) => number): FailureGroups {
  const edges = assetCount - 1;
  return {
    nodeCount: assetCount,
    ownedStart: Int32Array.from({ length: assetCount + 1 }, (_, asset) => Math.max(0, asset - 1)),
    owner: Int32Array.from({ length: edges }, (_, edge) => edge + 1),
    failuresNeeded: new Int32Array(edges).fill(1),
    slack: new Float64Array(edges),
    bounds: new Uint8Array(edges),
    memberStart: Int32Array.from({ length: edges + 1 }, (_, edge) => edge),
    member: Int32Array.from({ length: edges }, (_, edge) => holder(edge + 1)),
    share: new Float64Array(edges),
  };
}

const million = 1_000_000;

function layoutOf(groups: FailureGroups): BinaryLayout {
  const assets = Int32Array.from({ length: groups.nodeCount }, (_, asset) => asset);
  return binaryLayout(groups, assets, plainTerritory(groups.nodeCount));
}

/** Laid out once for both ways. */
const large = new Map<string, BinaryLayout>();

function largeLayout(name: string, make: () => FailureGroups): BinaryLayout {
  const layout = large.get(name) ?? layoutOf(make());
  large.set(name, layout);
  return layout;
}

describe.each(ways)("closure forest, %s", (_, sweep) => {
  it("answers for nobody", () => {
    expect(sumsOf(failingLayout(0, []), sweep).lost).toEqual([]);
  });

  it("loses an asset alone with itself", () => {
    const { lost, read, states, sectors, people } = sumsOf(failingLayout(2, []), sweep);
    expect([lost, read(states), read(sectors), read(people)]).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
      [1024, 1024],
    ]);
  });

  it("counts losses of a group, and undoes them", () => {
    // 0 and 1 hold up 2 together, any of 2 and 3 holds up 4, 5 takes 0 and 1 along.
    const layout = failingLayout(6, [counted(2, 2, 0, 1), counted(4, 2, 2, 3), critical(0, 5), critical(1, 5)]);
    expect(sumsOf(layout, sweep).lost).toEqual([1, 1, 1, 1, 1, 4]);
  });

  it("breaks an unequal group by what is lost of it", () => {
    const unequal = { owner: 0, members: [1, 2, 3], failuresNeeded: 0, shares: [3, 2, 1], slack: 3, bounds: false };
    const layout = failingLayout(6, [unequal, critical(1, 4), critical(3, 4), critical(2, 5), critical(3, 5)]);
    // With 4 go 1 and 3, four units of which three are spare; with 5 go 2 and 3, three units.
    expect(sumsOf(layout, sweep).lost).toEqual([1, 1, 1, 1, 4, 3]);
  });

  it("says what is a bound", () => {
    const layout = failingLayout(4, [critical(1, 0), { ...critical(2, 1), bounds: true }, counted(3, 2, 0, 2)]);
    const { lost, bounds, read } = sumsOf(layout, sweep);
    expect([lost, read(bounds)]).toEqual([
      [4, 2, 1, 1],
      [1, 1, 0, 0],
    ]);
  });

  it("reaches States and sectors other than by the asset itself, and counts a joint asset in each of its States", () => {
    const territory = territoryOf([
      { states: [0], sector: 0, people: 7 },
      { states: [0], sector: 1, people: Number.NaN },
      { states: [1, 2], sector: 0, people: 1000 },
      { states: [2], sector: 2, people: 0 },
    ]);
    const layout = failingLayout(4, [critical(1, 0), critical(2, 1), critical(3, 2), critical(2, 3)], territory);
    const { lost, read, ...sums } = sumsOf(layout, sweep);
    expect(lost).toEqual([4, 3, 2, 2]);
    expect(read(sums.states)).toEqual([3, 2, 1, 2]);
    expect(read(sums.foreignStates)).toEqual([2, 2, 0, 1]);
    expect(read(sums.sectors)).toEqual([3, 2, 1, 1]);
    expect(read(sums.people)).toEqual([1007, 1000, 1000, 1000].map((people) => 1024 * people));
    expect(read(sums.peopleUnknown)).toEqual([1, 1, 0, 0]);
  });

  it("tells more States and sectors apart than fit in one word of 64 bits", () => {
    // A chain of 150 assets, each in a State of its own, every tenth in a sector of its own; the last two share a State.
    const assets = Array.from({ length: 150 }, (_, asset) => ({
      states: [Math.min(asset, 148)],
      sector: Math.floor(asset / 10),
      people: 1,
    }));
    const chain = Array.from({ length: 149 }, (_, asset) => critical(asset, asset + 1));
    const names = (count: number) => Array.from({ length: count }, (_, number) => String(number));
    const territory = { ...territoryOf(assets), codes: names(149), sectors: names(15) };
    const { read, ...sums } = sumsOf(failingLayout(150, chain, territory), sweep);
    expect(read(sums.states)).toEqual(assets.map((_, asset) => (asset === 149 ? 149 : asset)));
    expect(read(sums.foreignStates)).toEqual(assets.map((_, asset) => (asset === 149 ? 148 : asset)));
    expect(read(sums.sectors).slice(138, 141)).toEqual([14, 14, 14]);
  });

  it("works through what closures add to one another, not through all of them", () => {
    const layout = seededLayout(seededSystem("modular", "mixed", 3000));
    expect(singleClosures(layout).expansions).toBe(135_711);
    expect(sumsOf(layout, sweep).expansions).toBe(16_177);
  });

  it("goes down a chain of a million", () => {
    const chain = largeLayout("chain", () => heldUpBy(million, (asset) => asset - 1));
    const { lost, expansions } = sumsOf(chain, sweep);
    expect([lost[0], lost[999_999], lost[500_000]]).toEqual([1_000_000, 1, 500_000]);
    expect(expansions).toBeLessThan(2_100_000);
  });

  it("answers for a star of a million", () => {
    const star = largeLayout("star", () => heldUpBy(million, () => 0));
    const { lost, expansions } = sumsOf(star, sweep);
    expect(lost[0]).toBe(1_000_000);
    expect(lost.slice(1).every((count) => count === 1)).toBe(true);
    expect(expansions).toBeLessThan(2_100_000);
  });

  it("takes all in one loop as one", () => {
    const loop = Array.from({ length: 1000 }, (_, asset) => critical(asset, (asset + 1) % 1000));
    const { lost, expansions } = sumsOf(failingLayout(1000, loop), sweep);
    expect(lost.every((count) => count === 1000)).toBe(true);
    expect(expansions).toBe(1000);
  });

  it("takes a complete graph of 2000 as one", () => {
    const complete = largeLayout("complete", () => {
      const everyone = Array.from({ length: 2000 }, (_, asset) => asset);
      const groups = everyone.map((asset) => critical(asset, ...everyone.filter((other) => other !== asset)));
      return failureGroupsOf(2000, groups);
    });
    const { lost, expansions } = sumsOf(complete, sweep);
    expect(lost.every((count) => count === 2000)).toBe(true);
    expect(expansions).toBe(2000);
  });
});
