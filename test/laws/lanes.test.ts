import { describe, expect, it } from "vitest";
import { Cascade } from "../../analyzer/algorithms/cascade/cascade.ts";
import { Chance } from "../../analyzer/algorithms/chance/chance.ts";
import { compileWorlds, type WorldQuestion } from "../../analyzer/algorithms/lanes/compile-worlds.ts";
import { PlainLanes } from "../../analyzer/algorithms/lanes/plain-lanes.ts";
import { possibleLosses } from "../../analyzer/algorithms/lanes/possible-losses.ts";
import { SimdLanes } from "../../analyzer/algorithms/lanes/simd-lanes.ts";
import { randomWorlds } from "../support/random-worlds.ts";
import { hitShocks, passesOn, scalarWorld } from "../support/scalar-world.ts";

const systems = 20_000;
/** Worlds of a run: a whole word and a part of the next. */
const count = 40;
/** Of these, how many are also computed alone; which ones differs from system to system. */
const alone = 6;

describe("worlds side by side", () => {
  it(`are those computed alone, whatever runs beside them (${systems} systems)`, () => {
    const tried = { lost: 0, kept: 0, groups: 0, different: [] as string[] };
    for (let number = 0; number < systems; number += 1) tryWidths(number, tried);
    expect(tried.different).toEqual([]);
    // The systems are worth trying: losses and survivals, and groups that count.
    expect(Math.min(tried.lost, tried.kept, tried.groups)).toBeGreaterThan(systems);
  }, 300_000);

  it("are the final states of the event engine with lags and buffers (1000 systems)", () => {
    const different: string[] = [];
    for (let number = 0; number < 1000; number += 1) {
      const question = randomWorlds(number);
      const cascade = new Cascade(question.system);
      for (let trial = 0; trial < 4; trial += 1) {
        const world = scalarWorld(question, new Chance(number), trial);
        const run = downAtTheEnd(cascade, question, new Chance(number), trial);
        if (world.join() !== run.join()) different.push(`system ${number}, trial ${trial}`);
      }
    }
    expect(different).toEqual([]);
  }, 300_000);
});

function tryWidths(number: number, tried: { lost: number; kept: number; groups: number; different: string[] }): void {
  const question = randomWorlds(number);
  const losses = possibleLosses(question);
  expect(losses.obstacles).toEqual([]);
  const worlds = compileWorlds(question, losses);
  tried.groups += worlds.planeStart.length - 1;
  const from = 128 * (number % 5);
  const wide = new PlainLanes(worlds, number, 128);
  const narrow = new PlainLanes(worlds, number, 32);
  const simd = SimdLanes.start(worlds, number);
  wide.run(from, count);
  simd?.run(from, count);
  if (simd?.lost.join() !== wide.lost.join()) tried.different.push(`system ${number}: 128 in WebAssembly`);
  if (simd?.edgesTouched !== wide.edgesTouched) tried.different.push(`system ${number}: edges touched`);
  if (simd?.lostCount !== wide.lostCount) tried.different.push(`system ${number}: nodes lost`);
  for (const word of [0, 1]) {
    narrow.run(from + 32 * word, count - 32 * word);
    const same = narrow.lost.every((lost, node) => lost === wide.lost[4 * node + word]);
    if (!same) tried.different.push(`system ${number}: 32 worlds`);
  }
  const chance = new Chance(number);
  for (let at = 0; at < alone; at += 1) {
    const trial = (number + 7 * at) % count;
    const world = scalarWorld(question, chance, from + trial);
    const lanes = new Uint8Array(world.length);
    worlds.nodeAsset.forEach((asset, node) => {
      lanes[asset] = (wide.lost[4 * node + (trial >> 5)]! >>> (trial & 31)) & 1;
    });
    if (lanes.join() !== world.join()) tried.different.push(`system ${number}: trial ${trial} alone`);
    for (const lost of world) tried[lost === 1 ? "lost" : "kept"] += 1;
  }
}

function downAtTheEnd(cascade: Cascade, question: WorldQuestion, chance: Chance, trial: number): Uint8Array {
  const { system, memberLikelihood } = question;
  const closedMembers = [...memberLikelihood.keys()].filter((member) => !passesOn(question, chance, member, trial));
  const asset = [...new Set(hitShocks(question, chance, trial).map((shock) => question.shocked[shock]!))];
  const shocks = {
    asset,
    fromTick: asset.map(() => 0),
    toTick: asset.map(() => Number.POSITIVE_INFINITY),
    availability: asset.map(() => 0),
  };
  const options = { horizonTick: 1e15, maxEvents: 1_000_000, causes: false, closedMembers };
  const { trace, stopped } = cascade.run(shocks, options);
  expect(stopped).toBe("settled");
  return Uint8Array.from(system.assetIds, (_, position) => {
    const last = trace.last[position]!;
    return last !== -1 && trace.level[last]! <= 1e-9 && trace.toTick[last] === options.horizonTick ? 1 : 0;
  });
}
