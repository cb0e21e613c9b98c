import { describe, expect, it } from "vitest";
import { CascadePaces } from "../../../../analyzer/algorithms/timed-closure/cascade-pace.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { toTicks } from "../../../../analyzer/system/ticks.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const assets = ["A", "B", "C", "D"].map((id) => assetRow(id));
const either = { group: "either", rule: "threshold", need: 1 } as const;
const paces = new CascadePaces(
  compileTimedLayout(
    compileSystem(
      datasetOf({
        assets,
        dependencies: [
          dependencyRow("A", "B", { lagHours: 1.5, bufferHours: 2 }),
          dependencyRow("A", "C", { loss: 0.5, lagHours: 1 }),
          dependencyRow("A", "D", { ...either, lagHours: 0.5 }),
          dependencyRow("B", "D", either),
        ],
      }),
    ),
  ),
);

describe("CascadePaces", () => {
  it("counts in the grain of the delays and puts the feeds of a node apart by kind", () => {
    const { unitTicks, feedsFrom, feeds, due } = paces.of(toTicks(100));
    expect(unitTicks).toBe(toTicks(0.5));
    expect(due).toBeInstanceOf(Int32Array);
    // A: B after 1.5 + 2 hours; the group of D; the first but one feed, which leaves C at a half.
    expect([...feedsFrom.subarray(0, 7)]).toEqual([0, 2, 4, 6, 6, 8, 8]);
    expect([...feeds.subarray(0, 2)]).toEqual([1, 7]);
    expect(feeds[3]).toBe(1);
    expect([...feeds.subarray(4, 6)]).toEqual([1, 2]);
    expect(feeds[6]).toBe(feeds[2]);
  });

  it("counts in ticks where the window has too many grains, in the same order", () => {
    const long = paces.of(toTicks(40_000));
    expect(long.unitTicks).toBe(1);
    expect([...long.feedsFrom]).toEqual([...paces.of(toTicks(100)).feedsFrom]);
    expect([...long.feeds.subarray(0, 2)]).toEqual([1, toTicks(3.5)]);
  });

  it("counts in ticks where windows lie too far apart", () => {
    expect(paces.of(toTicks(100), 2 ** 27 * toTicks(0.5)).unitTicks).toBe(toTicks(0.5));
    expect(paces.of(toTicks(100), 2 ** 28 * toTicks(0.5)).unitTicks).toBe(1);
  });
});
