import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CascadePaces } from "../../../../analyzer/algorithms/timed-closure/cascade-pace.ts";
import { TimedCascade } from "../../../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { smallSystem } from "../../../support/arbitrary-system.ts";
import { chainRows, type CriticalRow, criticalSystem } from "../../../support/critical-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { failuresOf, timedCascadeOf } from "./failures-of.ts";

const assets = ["A", "B", "C", "D", "Z"].map((id) => assetRow(id));

describe("TimedCascade: when an asset fails", () => {
  it("is its provider's failure, the lag and the buffer", () => {
    const dependencies = [
      dependencyRow("A", "B", { lagHours: 2 }),
      dependencyRow("B", "C", { bufferHours: 1.5 }),
      dependencyRow("C", "D", { lagHours: 0.25, bufferHours: 4 }),
    ];
    expect(failuresOf(datasetOf({ assets, dependencies }), "A", 24)).toEqual(["A 0", "B 2", "C 3.5", "D 7.75"]);
  });

  it("is the arrival that leaves too little, of several", () => {
    const group = { group: "g", rule: "threshold", need: 2 } as const;
    const dependencies = [
      dependencyRow("A", "B", { lagHours: 3 }),
      dependencyRow("A", "Z", { ...group, lagHours: 5 }),
      dependencyRow("B", "Z", { ...group, lagHours: 1 }),
      dependencyRow("C", "Z", group),
      dependencyRow("D", "Z", group),
    ];
    expect(failuresOf(datasetOf({ assets, dependencies }), "A", 24)).toEqual(["A 0", "B 3"]);
    const needier = dependencies.map((row) => (row.group === undefined ? row : { ...row, need: 3 }));
    expect(failuresOf(datasetOf({ assets, dependencies: needier }), "A", 24)).toEqual(["A 0", "B 3", "Z 5"]);
  });

  it("goes by shares where they differ", () => {
    const group = { group: "g", rule: "threshold", need: 0.4 } as const;
    const dependencies = [
      dependencyRow("A", "B"),
      dependencyRow("A", "Z", { ...group, share: 0.2 }),
      dependencyRow("B", "Z", { ...group, share: 0.1, lagHours: 6 }),
      dependencyRow("C", "Z", { ...group, share: 0.3 }),
    ];
    // 0.1 + 0.3 is enough, as near as the engine looks; 0.3 is not.
    expect(failuresOf(datasetOf({ assets, dependencies }), "A", 24)).toEqual(["A 0", "B 0", "Z 6"]);
  });

  it("is nothing at or after the horizon", () => {
    const dataset = datasetOf({ assets, dependencies: [dependencyRow("A", "B", { lagHours: 2 })] });
    expect(failuresOf(dataset, "A", 2)).toEqual(["A 0"]);
    expect(failuresOf(dataset, "A", 2.5)).toEqual(["A 0", "B 2"]);
  });
});

describe("TimedCascade: where it ends", () => {
  it("is a level between 0 and 1, once it is reached", () => {
    const dependencies = [dependencyRow("A", "B", { lagHours: 4 }), dependencyRow("B", "C", { loss: 0.3 })];
    const dataset = datasetOf({ assets, dependencies });
    expect(failuresOf(dataset, "A", 24)).toBeNull();
    expect(failuresOf(dataset, "A", 4)).toEqual(["A 0"]);
  });

  it("is a network in which less is left, not one that can spare it or goes dark as a whole", () => {
    const produces = (amount: number) => ({ produces: [{ commodity: "electricity", amount }] });
    const network = (first: number, second: number) =>
      datasetOf({
        assets: [
          assetRow("P", produces(first)),
          assetRow("Q", produces(second)),
          assetRow("Z", { consumes: [{ commodity: "electricity", amount: 50 }] }),
        ],
        connections: [connectionRow("P", "Q"), connectionRow("Q", "Z"), connectionRow("P", "Z")],
      });
    expect(failuresOf(network(30, 60), "P", 24)).toEqual(["P 0"]);
    expect(failuresOf(network(30, 40), "P", 24)).toBeNull();
    expect(failuresOf(network(30, 0), "P", 24)).toBeNull();
    const single = datasetOf({
      assets: [assetRow("P", produces(60)), assetRow("Z", { consumes: [{ commodity: "electricity", amount: 50 }] })],
      connections: [connectionRow("P", "Z")],
    });
    expect(failuresOf(single, "P", 24)).toEqual(["P 0", "Z 0"]);
  });
});

describe("TimedCascade: from run to run", () => {
  it("forgets the run before, few failures or many", () => {
    const dependencies = [dependencyRow("A", "B"), dependencyRow("B", "C"), dependencyRow("D", "Z", { lagHours: 1 })];
    const cascade = timedCascadeOf(datasetOf({ assets, dependencies }));
    const countAfter = (source: number) => {
      cascade.begin(source, toTicks(10));
      cascade.runUntil(toTicks(10));
      return cascade.failedCount;
    };
    expect([0, 3, 2, 0, 1, 3].map(countAfter)).toEqual([3, 2, 1, 3, 2, 2]);
  });
});

describe("TimedCascade: in whatever unit it counts", () => {
  it("fails the same at the same ticks: a longer horizon changes nothing before the shorter (2,000 systems)", () => {
    let apart = 0;
    fc.assert(
      fc.property(smallSystem(), fc.integer({ min: 1, max: 40 }), ({ dataset }, halfHours) => {
        const layout = compileTimedLayout(compileSystem(dataset));
        const [near, far] = [new TimedCascade(layout), new TimedCascade(layout)];
        const untilTick = toTicks(halfHours / 2);
        // Beyond any calendar: there it counts in ticks.
        const farTick = toTicks(800_000);
        const paces = new CascadePaces(layout);
        if (paces.of(untilTick) !== paces.of(farTick)) apart += 1;
        for (let source = 0; source < dataset.assets.length; source += 1) {
          near.begin(source, untilTick);
          far.begin(source, farTick);
          for (const cascade of [near, far]) cascade.runUntil(untilTick);
          expect(near.isOutside).toBe(far.isOutside);
          if (!near.isOutside) expect(near.failedTick).toEqual(far.failedTick);
        }
      }),
      { seed: 20_260_729, numRuns: 2000 },
    );
    expect(apart).toBeGreaterThan(1000);
  });
});

describe("TimedCascade: hostile shapes", () => {
  const million = 1_000_000;
  const run = (count: number, rows: readonly CriticalRow[], source: number, horizonHours: number) => {
    const cascade = new TimedCascade(compileTimedLayout(criticalSystem(count, rows)));
    cascade.begin(source, toTicks(horizonHours));
    cascade.runUntil(toTicks(horizonHours));
    return cascade;
  };

  it("a chain of a million with lags: one step per link, exact to the tick", () => {
    const cascade = run(million, chainRows(million, { lagHours: 0.1 }), 0, 100_000);
    expect(cascade.failedCount).toBe(million);
    expect(cascade.failedTick[million - 1]).toBe((million - 1) * 1e8);
    expect(cascade.steps).toBe(million - 1);
  }, 60_000);

  it("a star: all at once", () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({ provider: 0, dependent: at + 1, bufferHours: at % 7 }));
    const cascade = run(100_001, rows, 0, 24);
    expect(cascade.failedCount).toBe(100_001);
    expect(cascade.steps).toBe(100_000);
  });

  it("one loop of all: each once", () => {
    const cascade = run(100_000, chainRows(100_000, {}, true), 77, 24);
    expect(cascade.failedCount).toBe(100_000);
    expect(cascade.steps).toBe(100_000);
  });

  it("buffers of nothing and without end", () => {
    const rows = [
      { provider: 0, dependent: 1, bufferHours: 0 },
      { provider: 1, dependent: 2, bufferHours: Number.POSITIVE_INFINITY },
      { provider: 1, dependent: 3, bufferHours: 876_000 },
      { provider: 1, dependent: 4, lagHours: Number.POSITIVE_INFINITY },
    ];
    expect(run(5, rows, 0, 876_000).failedCount).toBe(2);
  });
});
