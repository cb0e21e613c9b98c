import { describe, expect, it } from "vitest";
import { CascadeState } from "../../../../analyzer/algorithms/cascade/cascade-state.ts";
import type { Asset, Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { plantRow } from "../../../support/small-dataset.ts";

/** X is fed by A and B through one group; assets in the order A, B, X. */
function fed(columns: Partial<Dependency>, x: Partial<Asset> = {}, second: Partial<Dependency> = {}): CascadeState {
  const dataset = datasetOf({
    assets: [assetRow("A"), assetRow("B"), assetRow("X", x)],
    dependencies: [
      dependencyRow("A", "X", { group: "g", ...columns }),
      dependencyRow("B", "X", { group: "g", ...second }),
    ],
  });
  return new CascadeState(compileSystem(dataset));
}

describe("CascadeState: what a group gives", () => {
  it("is the summed share over the need, at most 1, and 1 from a billionth below on", () => {
    const state = fed({ need: 2 });
    state.level.set([0.5, 1]);
    expect(state.groupSupply(0)).toBe(0.75);
    state.level.set([1 - 1e-9, 1]);
    expect(state.groupSupply(0)).toBe(1);
    const ample = fed({ need: 1 });
    ample.level.set([0.25, 1]);
    expect(ample.groupSupply(0)).toBe(1);
  });

  it("is all or nothing under a threshold, with a billionth to spare", () => {
    const state = fed({ need: 1.5, rule: "threshold" });
    const supplyAt = (level: number) => {
      state.level.set([level, 1]);
      return state.groupSupply(0);
    };
    expect([0.5, 0.5 - 1e-10, 0.5 - 1e-8].map(supplyAt)).toEqual([1, 1, 0]);
  });

  it("leaves of the asset what the loss does not take, once the buffer is empty", () => {
    const state = fed({ need: 2, loss: 0.5, bufferHours: 3 });
    state.level.set([0.5, 1]);
    expect([state.empty[0], state.bufferTicks[0], state.groupCeiling(0), state.potentialNow(2)]).toEqual([
      0,
      toTicks(3),
      1,
      1,
    ]);
    state.empty[0] = 1;
    expect([state.groupCeiling(0), state.potentialNow(2)]).toEqual([0.875, 0.875]);
    state.availability[2] = 0.5;
    expect(state.potentialNow(2)).toBe(0.5);
  });

  it("reads a lagged provider from what arrived, and an own loop's as full for a black start", () => {
    const lagged = fed({ need: 2, lagHours: 1 });
    lagged.level.set([0, 1]);
    expect(lagged.groupSupply(0)).toBe(1);
    lagged.arrived[0] = 0;
    expect(lagged.groupSupply(0)).toBe(0.5);
    expect([lagged.isDirect(0), lagged.isDirect(1), lagged.isOpen(0)]).toEqual([false, true, true]);
    const loop = datasetOf({
      assets: [assetRow("A", { blackStart: true }), assetRow("B")],
      dependencies: [dependencyRow("B", "A"), dependencyRow("A", "B")],
    });
    const state = new CascadeState(compileSystem(loop));
    state.level.set([0, 0]);
    expect([state.potentialNow(0), state.potentialNow(1), state.isOpen(0)]).toEqual([1, 0, false]);
  });
});

describe("CascadeState: restart and reset", () => {
  it("holds an asset down to its lowest within the window, only where it restarts slowly", () => {
    const slow = fed({}, { restartHours: 2 });
    slow.windows.add(2, 0.25, toTicks(5), null);
    slow.potential[2] = 0.5;
    expect(slow.restartCeiling(2)).toBe(0.25);
    slow.potential[2] = 0;
    expect(slow.restartCeiling(2)).toBe(0);
    expect(fed({}).restartCeiling(2)).toBe(1);
  });

  it("comes back as new after everything that a run writes was written", () => {
    const dataset = datasetOf({
      assets: [plantRow("G"), assetRow("N", { restartHours: 1 })],
      dependencies: [dependencyRow("@electricity", "N", { bufferHours: 2 })],
      connections: [connectionRow("G", "N")],
    });
    const system = compileSystem(dataset);
    const state = new CascadeState(system);
    for (const asset of [0, 1, 1]) state.touch(asset);
    for (const field of [state.availability, state.level, state.potential, state.arrived, state.supply]) field.fill(0);
    for (const field of [state.conducts, state.bufferTicks, state.cutTick]) field.fill(0);
    state.arrivedFellTick.fill(9);
    state.empty.fill(1);
    state.windows.add(1, 0, 5, null);
    state.reset();
    const written = (of: CascadeState) => [
      [of.availability, of.level, of.potential, of.arrived, of.supply],
      [of.conducts, of.bufferTicks, of.cutTick, of.arrivedFellTick, of.empty],
      of.windows.floor(1),
    ];
    expect(written(state)).toEqual(written(new CascadeState(system)));
  });

  it("puts back only what was touched", () => {
    const state = fed({});
    state.level.fill(0);
    state.touch(1);
    state.reset();
    expect([...state.level]).toEqual([0, 1, 0]);
  });
});
