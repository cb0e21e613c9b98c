import { describe, expect, it } from "vitest";
import { Chance } from "../../../../analyzer/algorithms/chance/chance.ts";
import { BufferDraws, bufferChances } from "../../../../analyzer/algorithms/trials/buffer-draws.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toHours } from "../../../../analyzer/system/ticks.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const system = compileSystem(
  datasetOf({
    assets: ["A", "B", "C"].map((id) => assetRow(id)),
    dependencies: [
      dependencyRow("A", "B", { bufferHours: 10 }),
      dependencyRow("A", "C"),
      dependencyRow("B", "C", { bufferHours: 4, group: "fuel" }),
    ],
  }),
);
const drawsWith = (spread: number) => new BufferDraws(bufferChances(system, spread), new Chance(3), system);
const hoursOf = (name: string, ticks: Float64Array) => toHours(ticks[system.groupNames.indexOf(name)]!);

describe("BufferDraws", () => {
  it("vary the stated buffers around themselves, within the spread, and leave none at none", () => {
    const draws = drawsWith(0.4);
    let sum = 0;
    for (let trial = 0; trial < 2000; trial += 1) {
      const ticks = draws.bufferTicks(trial);
      const hours = hoursOf("A>B", ticks);
      expect(hours).toBeGreaterThan(6);
      expect(hours).toBeLessThan(14);
      expect(hoursOf("A>C", ticks)).toBe(0);
      sum += hours;
    }
    // The standard deviation of the factor is 0.8 / sqrt(28).
    expect(Math.abs(sum / 2000 - 10)).toBeLessThan((4 * 10 * 0.8) / Math.sqrt(28 * 2000));
  });

  it("give each trial an array of its own, by which the engine knows it, and the same numbers for the same trial", () => {
    const draws = drawsWith(0.4);
    const first = draws.bufferTicks(0);
    const kept = [...first];
    expect(draws.bufferTicks(1)).not.toBe(first);
    expect([...first]).toEqual(kept);
    expect([...draws.bufferTicks(0)]).toEqual(kept);
    expect([...draws.bufferTicks(1)]).not.toEqual(kept);
  });

  it("are the system's own where nothing is drawn", () => {
    expect(drawsWith(0).bufferTicks(5)).toBe(system.groupBufferTicks);
  });
});
