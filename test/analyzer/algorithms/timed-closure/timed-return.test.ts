import { describe, expect, it } from "vitest";
import { TimedCascade } from "../../../../analyzer/algorithms/timed-closure/timed-cascade.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { TimedReturn } from "../../../../analyzer/algorithms/timed-closure/timed-return.ts";
import type { Asset, Dependency } from "../../../../analyzer/index.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { chainRows, criticalSystem } from "../../../support/critical-system.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";
import { outagesOf } from "./failures-of.ts";

function outages(assets: readonly Asset[], dependencies: readonly Dependency[], hours = 10, horizonHours = 100) {
  return outagesOf(datasetOf({ assets, dependencies }), "A", hours, horizonHours);
}

const plain = ["A", "B", "C"].map((id) => assetRow(id));
const restarting = ["A", "B", "C"].map((id) => assetRow(id, { restartHours: 2 }));

describe("TimedReturn: what comes back", () => {
  it("comes back one after the other, each after its restart and lag", () => {
    const dependencies = [dependencyRow("A", "B"), dependencyRow("B", "C", { lagHours: 3 })];
    expect(outages(restarting, dependencies)).toEqual(["A 0-12", "B 0-14", "C 3-19"]);
  });

  it("waits for the last of its groups", () => {
    const dependencies = [dependencyRow("A", "B"), dependencyRow("A", "C", { lagHours: 1 }), dependencyRow("B", "C")];
    expect(outages(plain, dependencies)).toEqual(["A 0-10", "B 0-10", "C 0-11"]);
  });

  it("needs as many as were needed before, not all", () => {
    const any = { group: "g", need: 1 };
    const dependencies = [
      dependencyRow("A", "B", { lagHours: 5 }),
      dependencyRow("A", "C", any),
      dependencyRow("B", "C", any),
    ];
    expect(outages(plain, dependencies)).toEqual(["A 0-10", "B 5-15", "C 5-10"]);
  });

  it("refills a buffer that was still running, at the very instant it would have been empty too", () => {
    for (const bufferHours of [10, 11, 50, 500]) {
      expect(outages(plain, [dependencyRow("A", "B", { bufferHours })])).toEqual(["A 0-10"]);
    }
  });

  it("is not watched beyond the horizon", () => {
    expect(outages(restarting, [dependencyRow("A", "B")], 10, 13)).toEqual(["A 0-12", "B 0-13"]);
    expect(outages(restarting, [dependencyRow("A", "B")], 10, 9)).toEqual(["A 0-9", "B 0-9"]);
  });
});

describe("TimedReturn: loops", () => {
  const loop = [dependencyRow("A", "B"), dependencyRow("B", "C"), dependencyRow("C", "B", { group: "own" })];

  it("one that would have to lift itself stays down", () => {
    expect(outages(plain, loop)).toEqual(["A 0-10", "B 0-100", "C 0-100"]);
  });

  it("so does the source within it", () => {
    expect(outages(plain, [dependencyRow("A", "B"), dependencyRow("B", "A")])).toEqual(["A 0-100", "B 0-100"]);
  });

  it("a black start lifts it", () => {
    const assets = [assetRow("A"), assetRow("B", { blackStart: true }), assetRow("C", { restartHours: 1 })];
    expect(outages(assets, loop)).toEqual(["A 0-10", "B 0-10", "C 0-11"]);
  });

  it("a buffer that ends at the instant of the return keeps down what is down, not what is up", () => {
    // B and C need each other; B fell with A, and its store of what C gives ends as A is back.
    const dependencies = [
      dependencyRow("A", "B"),
      dependencyRow("B", "C"),
      dependencyRow("C", "B", { group: "own", bufferHours: 10 }),
    ];
    expect(outages(plain, dependencies)).toEqual(["A 0-10", "B 0-100", "C 0-100"]);
    expect(outages(plain, dependencies, 9.5)).toEqual(["A 0-9.5", "B 0-9.5", "C 0-9.5"]);
  });
});

describe("TimedReturn: networks", () => {
  const electricity = (amount: number) => [{ commodity: "electricity", amount }];
  const assets = [
    assetRow("A", { restartHours: 2 }),
    assetRow("B", { consumes: electricity(5), restartHours: 1 }),
    assetRow("P", { produces: electricity(10) }),
    assetRow("Q"),
    assetRow("R"),
  ];
  const connections = [
    connectionRow("Q", "R"),
    connectionRow("P", "Q"),
    connectionRow("P", "A"),
    connectionRow("A", "B"),
  ];

  it("what a removal cut off is served again once it conducts", () => {
    expect(outagesOf(datasetOf({ assets, connections }), "A", 10, 100)).toEqual(["A 0-12", "B 0-13"]);
  });

  it("an island comes back with its only producer", () => {
    expect(outagesOf(datasetOf({ assets, connections }), "P", 10, 100)).toEqual([
      "A 0-12",
      "B 0-11",
      "P 0-10",
      "Q 0-10",
      "R 0-10",
    ]);
  });

  it("a source that waits for what its own removal cut off is the engine's", () => {
    const dependencies = [dependencyRow("B", "A")];
    expect(outagesOf(datasetOf({ assets, connections, dependencies }), "A", 10, 100)).toBeNull();
  });
});

describe("TimedReturn: races", () => {
  it("a loss still on its way is the engine's", () => {
    expect(outages(plain, [dependencyRow("A", "B", { lagHours: 10 })])).toBeNull();
    expect(outages(plain, [dependencyRow("A", "B", { lagHours: 9 })])).toEqual(["A 0-10", "B 9-19"]);
  });

  it("so is a buffer that runs empty before its supply is back", () => {
    const dependencies = [dependencyRow("A", "B"), dependencyRow("B", "C", { bufferHours: 13 })];
    expect(outages(restarting, dependencies)).toBeNull();
    expect(outages([assetRow("A"), assetRow("B"), assetRow("C")], dependencies)).toEqual(["A 0-10", "B 0-10"]);
  });

  it("so is a buffer that ends though nothing is back for it ever", () => {
    const loop = [dependencyRow("A", "B"), dependencyRow("B", "C"), dependencyRow("C", "B", { group: "own" })];
    const more = [...plain, assetRow("D")];
    expect(outages(more, [...loop, dependencyRow("C", "D", { bufferHours: 30 })])).toBeNull();
    // Not one that would end beyond the horizon.
    expect(outages(more, [...loop, dependencyRow("C", "D", { bufferHours: 300 })])).toHaveLength(3);
  });
});

describe("TimedReturn: hostile shapes", () => {
  it("a chain of a million comes back link by link: two steps per link", () => {
    const million = 1_000_000;
    const cascade = new TimedCascade(compileTimedLayout(criticalSystem(million, chainRows(million, {}), 0.01)));
    expect(new TimedReturn(cascade).run(0, toTicks(10), toTicks(20_000))).toBe(true);
    expect(cascade.backTick[0]).toBe(toTicks(10.01));
    expect(cascade.backTick[million - 1]).toBe(toTicks(10) + million * toTicks(0.01));
    expect(cascade.steps).toBe(2 * (million - 1));
  }, 60_000);
});
