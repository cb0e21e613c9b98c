import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../../analyzer/index.ts";
import { Chance } from "../../../../analyzer/algorithms/chance/chance.ts";
import { ShockDraws, shockChances } from "../../../../analyzer/algorithms/trials/shock-draws.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { assetRow, datasetOf } from "../../../support/rows.ts";

const repair = { repairLowHours: 5, repairHours: 10, repairHighHours: 40 };
const dataset = datasetOf({ assets: [assetRow("A", repair), assetRow("B"), assetRow("C", { repairHours: 8 })] });
const scenario: Scenario = {
  id: "s",
  title: "S",
  horizonHours: 100,
  shocks: [
    { select: { kind: "substation" }, likelihood: 0.4, fromHours: 2 },
    { select: { ids: ["A"] }, hours: 3, availability: 0.5 },
  ],
};
const all = { hits: true, repair: true };
const drawsOf = (seed: number, drawn = all) => new ShockDraws(shockChances(dataset, scenario, drawn), new Chance(seed));

describe("ShockDraws", () => {
  it("hit each selected asset with the likelihood of the shock, apart from the others", () => {
    const draws = drawsOf(2);
    const hits = [0, 0, 0];
    let both = 0;
    for (let trial = 0; trial < 4000; trial += 1) {
      const { asset, fromTick } = draws.plan(trial);
      const hit = [...asset].filter((_, at) => fromTick[at] === toTicks(2));
      for (const position of hit) hits[position]! += 1;
      if (hit.includes(1) && hit.includes(2)) both += 1;
    }
    for (const count of hits) expect(Math.abs(count / 4000 - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / 4000));
    expect(Math.abs(both / 4000 - 0.16)).toBeLessThan(4 * Math.sqrt(0.1344 / 4000));
  });

  it("last their stated hours, else the repair time, else to the end", () => {
    const draws = drawsOf(2);
    let seen = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const { asset, fromTick, toTick, availability } = draws.plan(trial);
      const last = asset.length - 1;
      expect([asset[last], fromTick[last], toTick[last], availability[last]]).toEqual([0, 0, toTicks(3), 0.5]);
      [...asset].slice(0, last).forEach((position, at) => {
        seen += 1;
        const hours = (toTick[at]! - toTicks(2)) / toTicks(1);
        if (position === 0) expect(hours > 5 && hours < 40).toBe(true);
        if (position === 1) expect(hours).toBe(Number.POSITIVE_INFINITY);
        if (position === 2) expect(hours).toBe(8);
      });
    }
    expect(seen).toBeGreaterThan(100);
  });

  it("are certain where they are not drawn", () => {
    const { asset, toTick } = drawsOf(2, { hits: false, repair: false }).plan(0);
    expect([...asset]).toEqual([0, 1, 2, 0]);
    expect(toTick[0]).toBe(toTicks(12));
  });

  it("do not take the hits of two shocks on one asset from the same coin", () => {
    const twice = { ...scenario, shocks: [scenario.shocks[0]!, scenario.shocks[0]!] };
    const draws = new ShockDraws(shockChances(dataset, twice, all), new Chance(6));
    const patterns = new Set(Array.from({ length: 200 }, (_, trial) => [...draws.plan(trial).asset].join()));
    expect(patterns.has("1")).toBe(true);
    expect(patterns.size).toBeGreaterThan(20);
  });
});
