import { describe, expect, it } from "vitest";
import { Cascade } from "../../../../analyzer/algorithms/cascade/cascade.ts";
import { PlainLanes } from "../../../../analyzer/algorithms/lanes/plain-lanes.ts";
import type { Scenario } from "../../../../analyzer/index.ts";
import { planWorlds } from "../../../../analyzer/measures/likely-sets/plan-worlds.ts";
import { runWorlds, tallyWorlds, type WorldsWork } from "../../../../analyzer/measures/likely-sets/run-worlds.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { compileTerritory } from "../../../../analyzer/system/territory.ts";
import { seededDataset, seededSystem } from "../../../support/seeded-systems.ts";

const watch = { progress: () => undefined, aborted: () => false };
const certain = seededDataset(seededSystem("spatial", "mixed", 400));
const dataset = {
  ...certain,
  dependencies: certain.dependencies.map((row, number) => ({ ...row, likelihood: [0.9, 0.5, 1][number % 3]! })),
};
const ground = { dataset, cascade: new Cascade(compileSystem(dataset)), territory: compileTerritory(dataset) };
const ids = dataset.assets.filter((_, position) => position % 9 === 0).map(({ id }) => id);
const scenario: Scenario = { id: "s", title: "S", horizonHours: 1, shocks: [{ select: { ids }, likelihood: 0.3 }] };
const trials = 700;

function work(): WorldsWork {
  const worlds = planWorlds(ground, scenario);
  if (!("nodeAsset" in worlds)) throw new Error(JSON.stringify(worlds));
  const named = Int32Array.from(ids, (id) => ground.cascade.system.assetIds.indexOf(id));
  return { worlds, seed: 11, trials, named };
}

describe("runWorlds", () => {
  it("gives the same numbers in WebAssembly, in plain integers and in 32 worlds at a time", () => {
    const asked = work();
    const fast = runWorlds(ground.territory, asked, 0, 6, watch);
    for (const width of [32, 128] as const) {
      const lanes = new PlainLanes(asked.worlds, asked.seed, width);
      expect(tallyWorlds(lanes, ground.territory, asked, 0, 6, watch)).toEqual(fast);
    }
    expect(fast!.assets.length).toBe(trials);
    expect(Math.max(...fast!.assets)).toBeGreaterThan(Math.min(...fast!.assets));
  });

  it("gives a stretch the numbers it has within the whole", () => {
    const asked = work();
    const whole = runWorlds(ground.territory, asked, 0, 6, watch)!;
    const parts = [runWorlds(ground.territory, asked, 0, 2, watch)!, runWorlds(ground.territory, asked, 2, 6, watch)!];
    for (const column of ["assets", "people", "states"] as const) {
      expect(parts.flatMap((part) => [...part[column]])).toEqual([...whole[column]]);
    }
    expect(parts[0]!.nodeWorlds.map((count, node) => count + parts[1]!.nodeWorlds[node]!)).toEqual(whole.nodeWorlds);
  });

  it("sums assets, people and States of every world as the single worlds say", () => {
    const asked = work();
    const { worlds } = asked;
    const found = runWorlds(ground.territory, asked, 1, 2, watch)!;
    const lanes = new PlainLanes(worlds, asked.seed, 32);
    lanes.run(128, 32);
    for (let world = 0; world < 32; world += 1) {
      const lost = [...worlds.nodeAsset].filter((_, node) => ((lanes.lost[node]! >>> world) & 1) === 1);
      const reached = lost.filter((asset) => !asked.named.includes(asset));
      const people = lost.reduce((sum, asset) => sum + ground.territory.peopleServed[asset]!, 0);
      expect([found.assets[world], found.people[world]]).toEqual([lost.length, people]);
      expect(found.states[world]).toBe(new Set(reached.map((asset) => ground.territory.stateOf[asset])).size);
    }
  });

  it("stops when told to", () => {
    expect(runWorlds(ground.territory, work(), 0, 6, { ...watch, aborted: () => true })).toBeNull();
  });
});
