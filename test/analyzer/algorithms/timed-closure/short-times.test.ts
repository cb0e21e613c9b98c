import { describe, expect, it } from "vitest";
import { ShortTimes } from "../../../../analyzer/algorithms/timed-closure/short-times.ts";
import { compileTimedLayout } from "../../../../analyzer/algorithms/timed-closure/timed-layout.ts";
import type { Dependency } from "../../../../analyzer/index.ts";
import { compileSystem } from "../../../../analyzer/system/compile-system.ts";
import { assetRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const never = 2 ** 29;
const assets = ["A", "B", "C", "Z"].map((id) => assetRow(id));
const group = { group: "g", rule: "threshold" } as const;

/** Times are in half hours: those of A, B and C, and the losses of A and B arrive 1 and 2 hours later. */
function shortTime(times: readonly number[], now: number, more: readonly Partial<Dependency>[]): number {
  const lags = [1, 2, 0];
  const dependencies = more.map((row, at) =>
    dependencyRow(assets[at]!.id, "Z", { ...group, lagHours: lags[at]!, ...row }),
  );
  const layout = compileTimedLayout(compileSystem(datasetOf({ assets, dependencies })));
  return new ShortTimes(layout, 0.5e9, Int32Array.from([...times, never]), never).of(0, now);
}

describe("ShortTimes", () => {
  const oneNeeded = [{ need: 1 }, { need: 1 }, { need: 1 }];
  const twoNeeded = [{ need: 2 }, { need: 2 }, { need: 2 }];

  it("is the arrival that is one too many", () => {
    expect(shortTime([0, 3, 6], 2, oneNeeded)).toBe(7);
    expect(shortTime([0, 3, 6], 2, twoNeeded)).toBe(6);
    expect(shortTime([-4, never, -9], -9, twoNeeded)).toBe(-2);
  });

  it("is now where enough has arrived", () => {
    expect(shortTime([0, 3, 6], 20, oneNeeded)).toBe(20);
  });

  it("is never where too few fail", () => {
    expect(shortTime([0, never, 6], 2, oneNeeded)).toBe(never);
  });

  it("goes by the sum of the shares where they differ", () => {
    const shares = [{ share: 0.2 }, { share: 0.1 }, { share: 0.3 }].map((row) => ({ ...row, need: 0.4 }));
    // 0.1 + 0.3 is just enough without A; B arrives at 3 + 4.
    expect(shortTime([0, 3, never], 2, shares)).toBe(7);
  });
});
