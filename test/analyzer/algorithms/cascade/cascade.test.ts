import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dependency } from "../../../../analyzer/index.ts";
import { smallShocks, smallSystem } from "../../../support/arbitrary-system.ts";
import { goldenDataset } from "../../../support/golden.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { cityRow, plantRow } from "../../../support/small-dataset.ts";
import { lose, scenarioOf } from "../../../support/small-scenario.ts";
import { OneCascade } from "./one-cascade.ts";

/** A feeds X by one row. */
const pair = (row: Partial<Dependency> = {}) =>
  new OneCascade(datasetOf({ assets: [assetRow("A"), assetRow("X")], dependencies: [dependencyRow("A", "X", row)] }));

describe("Cascade: one for many runs", () => {
  const histories = smallSystem().chain(({ dataset, scenario }) =>
    fc.record({
      dataset: fc.constant(dataset),
      horizonHours: fc.constant(scenario.horizonHours),
      shocks: fc.array(smallShocks(dataset), { minLength: 2, maxLength: 4 }),
      maxEvents: fc.constantFrom(1, 3, 1_000_000),
    }),
  );

  it("gives what a fresh one gives, also after a run that was cut short", () => {
    fc.assert(
      fc.property(histories, ({ dataset, horizonHours, shocks, maxEvents }) => {
        const reused = new OneCascade(dataset);
        for (const some of shocks) {
          const scenario = scenarioOf(some, horizonHours);
          reused.run(scenario, { maxEvents });
          expect(reused.run(scenario)).toEqual(new OneCascade(dataset).run(scenario));
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("leaves the compiled system as it was", () => {
    const golden = new OneCascade(goldenDataset);
    const before = structuredClone(golden.cascade.system);
    golden.run(scenarioOf([lose("P1", 0, 96)], 240));
    expect(golden.cascade.system).toEqual(before);
  });
});

describe("Cascade: the end of a run", () => {
  it("is the event cap, between two instants and never within one", () => {
    const golden = new OneCascade(goldenDataset);
    const scenario = scenarioOf([lose("P1", 0, 96), lose("P2", 0, 96)], 240);
    const whole = golden.run(scenario);
    expect(whole.stopped).toBe("settled");
    const first = golden.run(scenario, { maxEvents: 1 });
    expect([first.stopped, first.events]).toEqual(["steps", 2]);
    expect(first.records.map((record) => record.split(" ")[0])).toEqual(["P1", "P2", "S1", "S2", "R1"]);
    expect(golden.run(scenario, { maxEvents: whole.events })).toEqual(whole);
    expect(golden.run(scenario, { maxEvents: whole.events - 1 }).stopped).toBe("steps");
  });

  it("is the horizon: what begins there is not seen, what is open ends there", () => {
    const scenario = scenarioOf([lose("A", 1, 4), lose("X", 3, 1)], 3);
    expect(pair().run(scenario)).toMatchObject({ stopped: "horizon", records: ["A 1-3 0", "X 1-3 0"] });
  });

  it.each([
    ["the end of a shock", pair(), [lose("A", 0, 6)], "horizon"],
    ["the end of a shock that takes nothing", pair(), [lose("A", 0, 6, 1)], "settled"],
    ["the beginning of a shock", pair(), [lose("A", 6, 1)], "horizon"],
    ["a buffer that runs empty", pair({ bufferHours: 6 }), [{ select: { ids: ["A"] } }], "horizon"],
    ["a buffer that was filled again", pair({ bufferHours: 6 }), [lose("A", 0, 1)], "settled"],
    ["an arrival", pair({ lagHours: 6 }), [lose("A", 0, 1)], "horizon"],
    ["nothing, with all that is lost lost for good", pair(), [{ select: { ids: ["A"] } }], "settled"],
  ])("says whether anything is awaited: %s", (_, cascade, shocks, stopped) => {
    expect(cascade.run(scenarioOf(shocks, 5)).stopped).toBe(stopped);
  });

  it("awaits a restart window, but not one that a later loss outlasts", () => {
    const slow = new OneCascade(
      datasetOf({
        assets: [assetRow("A"), assetRow("X", { restartHours: 6 })],
        dependencies: [dependencyRow("A", "X")],
      }),
    );
    expect(slow.run(scenarioOf([lose("A", 0, 1)], 5)).stopped).toBe("horizon");
    expect(slow.run(scenarioOf([lose("A", 0, 1), { select: { ids: ["A"] }, fromHours: 2 }], 5)).stopped).toBe(
      "horizon",
    );
    expect(slow.run(scenarioOf([lose("A", 0, 1), { select: { ids: ["A"] }, fromHours: 2 }], 8)).stopped).toBe(
      "settled",
    );
  });

  it("awaits that a station lets the commodity through again", () => {
    const grid = new OneCascade(
      datasetOf({
        assets: [plantRow("G"), assetRow("N", { restartHours: 6 }), cityRow("Z")],
        connections: [connectionRow("G", "N"), connectionRow("N", "Z")],
      }),
    );
    expect(grid.run(scenarioOf([lose("N", 0, 1)], 5)).stopped).toBe("horizon");
    expect(grid.run(scenarioOf([lose("N", 0, 1), { select: { ids: ["N"] }, fromHours: 2 }], 5)).records).toEqual([
      "N 0-5 0",
      "Z 0-5 0",
    ]);
  });
});

describe("Cascade: what is counted", () => {
  it("one event per edge of a shock, buffer that runs empty, window that ends", () => {
    expect(pair({ bufferHours: 2 }).run(scenarioOf([lose("A", 0, 4)])).events).toBe(3);
    expect(pair({ bufferHours: 2 }).run(scenarioOf([lose("A", 0, 1)])).events).toBe(3);
    expect(pair({ lagHours: 1 }).run(scenarioOf([lose("A", 0, 4)])).events).toBe(4);
    expect(pair().run(scenarioOf([]))).toEqual({ stopped: "settled", events: 0, records: [] });
  });

  it("causes only where they are asked for", () => {
    const { cascade } = pair();
    const plan = { asset: [0], fromTick: [0], toTick: [4e9], availability: [0] };
    const options = { horizonTick: 100e9, maxEvents: 100 };
    expect(cascade.run(plan, { ...options, causes: false }).trace.cause).toEqual([]);
    expect(cascade.run(plan, { ...options, causes: true }).trace.cause).toHaveLength(2);
  });
});

describe("Cascade: many at once", () => {
  it("a hub with 130,000 dependents that all fall with it", () => {
    const dependents = Array.from({ length: 130_000 }, (_, at) => `X${at}`);
    const star = new OneCascade(
      datasetOf({
        assets: [assetRow("hub"), ...dependents.map((id) => assetRow(id))],
        dependencies: dependents.map((id) => dependencyRow("hub", id)),
      }),
    );
    expect(star.run(scenarioOf([lose("hub", 0, 1)])).records).toHaveLength(130_001);
  });
});
